using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Tests.Site;
using Rallies.Web.Mail;

namespace Rallies.Tests.Starting;

public sealed class ConfirmAndJoinTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_mailed_link_shows_one_button_and_only_the_button_confirms()
    {
        await using var site = new RalliesSite();
        var (rally, secret) = await Given(site);

        var asked = await Page.Open(site.Visitor(), $"/start/confirm/{secret.Text}");
        Assert.Equal(
            (200, "no-referrer", true),
            ((int)asked.Status, asked.Answer.Headers.GetValues("Referrer-Policy").Single(), asked.Answer.Headers.CacheControl!.NoStore)
        );
        Assert.Single(asked.Document.QuerySelectorAll("main button"));
        Assert.Null(await ConfirmedAt(site, rally));

        var done = await asked.Send();
        Assert.Equal((200, "Your address is confirmed"), ((int)done.Status, done.Heading));
        Assert.Equal(site.Clock.Now, await ConfirmedAt(site, rally));
        Assert.Equal(200, (int)(await asked.Send()).Status);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("nonsense")]
    public async Task An_unknown_link_is_said_kindly(string secret)
    {
        await using var site = new RalliesSite();

        var gone = await Page.Open(site.Visitor(), $"/start/confirm/{secret}");

        Assert.Equal((404, "This link has run out"), ((int)gone.Status, gone.Heading));
    }

    [Fact]
    public async Task After_48_hours_it_has_run_out()
    {
        await using var site = new RalliesSite();
        var (rally, secret) = await Given(site);
        var asked = await Page.Open(site.Visitor(), $"/start/confirm/{secret.Text}");
        site.Clock.Advance(Duration.FromHours(48));

        Assert.Equal(404, (int)(await asked.Send()).Status);
        Assert.Null(await ConfirmedAt(site, rally));
    }

    [Fact]
    public async Task Asking_to_join_mails_a_confirmed_organiser_and_tells_nobody_who_it_is()
    {
        await using var site = new RalliesSite();
        var (_, secret) = await Given(site);
        Assert.Null((await Page.Open(site.Visitor(), "/3rd-june/goole/join")).Document.QuerySelector("main form"));
        await (await Page.Open(site.Visitor(), $"/start/confirm/{secret.Text}")).Send();

        var form = await Page.Open(site.Visitor(), "/3rd-june/goole/join");
        var empty = await form.Send();
        Assert.Equal((422, 2), ((int)empty.Status, empty.Errors.Count));
        var wrong = await form.Send(("message", "We have a drum."), ("mail", "joe"));
        Assert.Equal((422, "We have a drum."), ((int)wrong.Status, wrong.Fields["message"]));
        var asked = await wrong.Send(("mail", "joe@example.org"));

        Assert.Equal((200, "Your words are on their way"), ((int)asked.Status, asked.Heading));
        Assert.DoesNotContain("amina", asked.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        await using var context = await site.Database();
        var sealing = site.Services.GetRequiredService<Sealing>();
        var mail = await context.Outbox.SingleAsync(Token);
        Assert.Equal("amina@example.org", sealing.TryOpen(mail.SealedRecipient));
        Assert.Contains("> We have a drum.", sealing.TryOpen(mail.SealedBody!), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await Page.Open(site.Visitor(), "/3rd-june/hull/join")).Status);
    }

    private static async Task<(Rally Rally, Secret Secret)> Given(RalliesSite site)
    {
        var day = Some.Day();
        await site.Holds(day);
        var rally = Some.Rally(day, "goole");
        rally.ReachedAt(site.Services.GetRequiredService<Sealing>().Seal("amina@example.org"));
        await site.Holds(rally);
        var secret = Secret.New();
        await site.Holds(new ContactConfirmation(rally.Id, secret.Hash(), site.Clock.Now));
        return (rally, secret);
    }

    private static async Task<Instant?> ConfirmedAt(RalliesSite site, Rally rally)
    {
        await using var context = await site.Database();
        return await context.Rallies.Where(r => r.Id == rally.Id).Select(r => r.ContactConfirmedAt).SingleAsync(Token);
    }
}
