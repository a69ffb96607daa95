using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Site;

public sealed class KeptPledgePagesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_private_page_is_kept_and_told_to_nobody()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var address = await Pledge(site);

        using var page = await site.Visitor().GetAsync(address, Token);

        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["noindex"], page.Headers.GetValues("X-Robots-Tag"));
    }

    [Theory]
    [InlineData("/p/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/p/short")]
    [InlineData("/p/%3Cscript%3E")]
    public async Task An_unknown_secret_is_not_found(string address)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var page = await site.Visitor().GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task How_many_is_changed_withdrawn_and_taken_up_again()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var (visitor, address) = (site.Visitor(), await Pledge(site));

        using var more = await visitor.Send(address, ("act", "bring"), ("bringing", "more"), ("others", "11"));
        Assert.Equal((HttpStatusCode.SeeOther, address), (more.StatusCode, more.Headers.Location!.ToString()));
        Assert.Contains("With the 12 of you, 12 say", await visitor.GetStringAsync(address, Token), StringComparison.Ordinal);

        using var wrong = await visitor.Send(address, ("act", "bring"), ("others", "500"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"500\"", await wrong.Text(), StringComparison.Ordinal);

        using var withdrawn = await visitor.Send(address, ("act", "withdraw"));
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        Assert.Contains("You are not coming", await visitor.GetStringAsync(address, Token), StringComparison.Ordinal);

        using var again = await visitor.Send(address, ("act", "bring"), ("bringing", "0"));
        Assert.Contains("See you there", await visitor.GetStringAsync(address, Token), StringComparison.Ordinal);

        using var nonsense = await visitor.Send(address, ("act", "dance"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
    }

    [Fact]
    public async Task Only_the_mailed_link_shows_the_button_that_confirms()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var (visitor, id) = (site.Visitor(), Guid.CreateVersion7());
        using var sent = await visitor.Send(
            "/3rd-june/leeds/pledge",
            ("id", id.ToString()),
            ("bringing", "0"),
            ("mail", "joe@example.org")
        );
        var mailed = $"/p/{site.Services.GetRequiredService<PledgeSecrets>().OfMail(id).Text}";

        var own = await visitor.GetStringAsync(sent.Headers.Location, Token);
        Assert.Contains("One mail waits for you", own, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"confirm\"", own, StringComparison.Ordinal);
        using var tried = await visitor.Send(sent.Headers.Location!.ToString(), ("act", "confirm"));
        Assert.Equal(HttpStatusCode.Conflict, tried.StatusCode);

        Assert.Contains("value=\"confirm\"", await visitor.GetStringAsync(mailed, Token), StringComparison.Ordinal);
        using var confirmed = await visitor.Send(mailed, ("act", "confirm"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Contains("Your address is confirmed.", await visitor.GetStringAsync(mailed, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_mailed_link_confirms_nothing()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var id = Guid.CreateVersion7();
        using var sent = await site.Visitor()
            .Send("/3rd-june/leeds/pledge", ("id", id.ToString()), ("bringing", "0"), ("mail", "joe@example.org"));

        await site.Visitor().GetStringAsync($"/p/{site.Services.GetRequiredService<PledgeSecrets>().OfMail(id).Text}", Token);

        await using var context = await site.Database();
        Assert.Null((await context.Pledges.SingleAsync(Token)).MailConfirmedAt);
    }

    [Fact]
    public async Task A_hidden_rally_s_pledge_can_still_be_withdrawn()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var address = await Pledge(site);
        await using (var context = await site.Database())
        {
            (await context.Rallies.SingleAsync(Token)).Hide("Fake.", Some.Moment);
            await context.SaveChangesAsync(Token);
        }

        Assert.Contains("not shown at the moment", await site.Visitor().GetStringAsync(address, Token), StringComparison.Ordinal);
        using var withdrawn = await site.Visitor().Send(address, ("act", "withdraw"));
        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
    }

    [Fact]
    public async Task After_the_rally_nobody_brings_more()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var address = await Pledge(site);

        site.Clock.Now = Instant.FromUtc(2028, 6, 4, 9, 0);
        using var late = await site.Visitor().Send(address, ("act", "bring"), ("bringing", "4"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("It has been and gone.", await late.Text(), StringComparison.Ordinal);
    }

    private static async Task<string> Pledge(RalliesSite site)
    {
        using var sent = await site.Visitor().Send("/3rd-june/leeds/pledge", ("bringing", "2"));
        return sent.Headers.Location!.ToString();
    }
}
