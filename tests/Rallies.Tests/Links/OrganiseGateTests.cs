using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.Mail;

namespace Rallies.Tests.Links;

public sealed class OrganiseGateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_grant_the_console_asks_for_a_link_and_takes_a_pasted_one()
    {
        await using var site = new RalliesSite();
        var secret = Secret.New();
        await site.Holds(new Grant(Role.Admin, null, "Amina", secret, site.Clock.Now));

        var gate = await Page.Open(site.Visitor(), "/organise");
        Assert.Equal((403, true), ((int)gate.Status, gate.Answer.Headers.CacheControl!.NoStore));
        Assert.NotNull(gate.Document.QuerySelector("main a[href='/organise/lost']"));

        foreach (
            var pasted in (string[])
                [
                    $"http://localhost/k/{secret.Text}",
                    $"  <http://localhost/k/{secret.Text[..9]}\n {secret.Text[9..]}>",
                    secret.Text,
                    $"/k/{secret.Text}?utm=1",
                ]
        )
            Assert.Equal((303, $"/k/{secret.Text}"), await Opened(await gate.Send(("link", pasted))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("http://localhost/k/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_link_that_leads_nowhere_is_said_and_kept_in_the_box(string pasted)
    {
        await using var site = new RalliesSite();

        var again = await (await Page.Open(site.Visitor(), "/organise")).Send(("link", pasted));

        Assert.Equal((422, pasted), ((int)again.Status, again.Fields["link"]));
        Assert.Single(again.Errors);
        Assert.False(
            again.Answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(c => c.StartsWith("rallies-grants", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Leaving_takes_the_grants_out_of_this_browser()
    {
        await using var site = new RalliesSite();
        var secret = Secret.New();
        await site.Holds(new Grant(Role.Admin, null, "Amina", secret, site.Clock.Now));
        var visitor = site.Visitor();
        await visitor.GetAsync($"/k/{secret.Text}", Token);

        var left = await (await Page.Open(visitor, "/organise/this-browser")).Send();

        Assert.Equal((303, "/"), await Opened(left));
        Assert.Equal(403, (int)(await Page.Open(visitor, "/organise")).Status);
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused()
    {
        await using var site = new RalliesSite();
        var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/organise/leave") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await visitor.SendAsync(request, Token);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_lost_link_gets_the_same_answer_whether_there_was_one_and_only_its_owner_a_mail()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var rally = Some.Rally(day, "goole");
        rally.ReachedAt(site.Services.GetRequiredService<Sealing>().Seal("amina@example.org"));
        rally.ConfirmContact(Some.Moment);
        await site.Holds(rally);
        var old = new Grant(Role.Owner, rally.Id, "Amina", Secret.New(), site.Clock.Now);
        await site.Holds(old);

        var known = await (await Page.Open(site.Visitor(), "/organise/lost")).Send(("town", "Goole"), ("mail", "amina@example.org"));
        var unknown = await (await Page.Open(site.Visitor(), "/organise/lost")).Send(("town", "Goole"), ("mail", "joe@example.org"));
        await site.Services.GetRequiredService<LostLinks>().StopAsync(Token);

        Assert.Equal((200, 200), ((int)known.Status, (int)unknown.Status));
        Assert.Equal(
            known.Document.QuerySelector("main")!.TextContent,
            unknown.Document.QuerySelector("main")!.TextContent.Replace("joe@", "amina@", StringComparison.Ordinal)
        );
        await using var context = await site.Database();
        Assert.Equal(1, await context.Outbox.CountAsync(Token));
        Assert.Equal(2, await context.Grants.CountAsync(Token));
        Assert.Null((await context.Grants.SingleAsync(g => g.Id == old.Id, Token)).RevokedAt);
    }

    [Fact]
    public async Task A_mail_scanner_that_keeps_cookies_ends_nothing_and_the_console_s_circuit_ends_the_old_link()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var rally = Some.Rally(day, "goole");
        await site.Holds(rally);
        var (old, fresh) = (Secret.New(), Secret.New());
        await site.Holds(new Grant(Role.Owner, rally.Id, "Amina", old, site.Clock.Now));
        await site.Holds(new Grant(Role.Owner, rally.Id, "Amina", fresh, site.Clock.Now + Duration.FromMinutes(1)));
        var visitor = site.Visitor();

        Assert.Equal((303, "/organise"), await Opened(await Page.Open(visitor, $"/k/{fresh.Text}")));
        Assert.Equal((303, "/organise"), await Opened(await Page.Open(site.Visitor(), $"/k/{old.Text}")));
        Assert.Equal(200, (int)(await Page.Open(visitor, "/organise")).Status);
        Assert.Equal((303, "/organise"), await Opened(await Page.Open(site.Visitor(), $"/k/{old.Text}")));

        using var negotiation = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        negotiation.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var circuit = await visitor.SendAsync(negotiation, Token);

        Assert.Equal(200, (int)circuit.StatusCode);
        Assert.Equal((404, null), await Opened(await Page.Open(site.Visitor(), $"/k/{old.Text}")));
        Assert.Equal((303, "/organise"), await Opened(await Page.Open(site.Visitor(), $"/k/{fresh.Text}")));
    }

    [Fact]
    public async Task What_cannot_be_a_town_or_an_address_is_said_at_both()
    {
        await using var site = new RalliesSite();

        var again = await (await Page.Open(site.Visitor(), "/organise/lost")).Send(("town", "zzzzqqqq"), ("mail", "nobody"));

        Assert.Equal((422, 2, "zzzzqqqq", "nobody"), ((int)again.Status, again.Errors.Count, again.Fields["town"], again.Fields["mail"]));
    }

    private static Task<(int, string?)> Opened(Page page) =>
        Task.FromResult(((int)page.Status, page.Answer.Headers.Location?.OriginalString));
}
