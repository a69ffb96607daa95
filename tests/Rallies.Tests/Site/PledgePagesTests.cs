using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Rallies.Tests.Site;

public sealed class PledgePagesTests
{
    private const string Page = "/3rd-june/leeds/pledge";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pledge_is_made_and_leads_to_a_page_of_its_own()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var visitor = site.Visitor();

        using var sent = await visitor.Send(Page, ("bringing", "2"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Matches("^/p/[a-z2-7]{32}$", sent.Headers.Location!.ToString());
        var kept = await visitor.GetStringAsync(sent.Headers.Location, Token);
        Assert.Contains("See you there", kept, StringComparison.Ordinal);
        Assert.Contains("With the 3 of you, 3 say they are coming.", kept, StringComparison.Ordinal);
        Assert.Contains("say they are coming", await visitor.GetStringAsync("/3rd-june/leeds", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_pledge()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var (visitor, id) = (site.Visitor(), Guid.CreateVersion7().ToString());

        using var first = await visitor.Send(Page, ("id", id), ("bringing", "1"));
        using var second = await visitor.Send(Page, ("id", id), ("bringing", "1"));
        using var changed = await visitor.Send(Page, ("id", id), ("bringing", "3"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.Location, changed.Headers.Location);
        await using var context = await site.Database();
        Assert.Equal([1], await context.Pledges.Select(p => p.Bringing).ToListAsync(Token));
    }

    [Theory]
    [InlineData("bringing", "")]
    [InlineData("bringing", "-1")]
    [InlineData("bringing", "21")]
    [InlineData("bringing", "99999999999999999999")]
    [InlineData("bringing", "2.5")]
    [InlineData("bringing", "more")]
    [InlineData("others", "21")]
    [InlineData("others", "lots <b>")]
    [InlineData("mail", "nobody")]
    [InlineData("mail", "<script>alert(1)</script>@example.org")]
    [InlineData("website", "https://example.org")]
    [InlineData("id", "not-an-id")]
    public async Task What_will_not_do_is_said_and_nothing_typed_is_lost(string field, string value)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var sent = await site.Visitor().Send(Page, [("bringing", "1"), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = await sent.Text();
        Assert.Contains("error-summary", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        if (field is "others" or "mail")
            Assert.Contains($"value=\"{WebUtility.HtmlEncode(value)}\"", page, StringComparison.Ordinal);
        await using var context = await site.Database();
        Assert.False(await context.Pledges.AnyAsync(Token));
    }

    [Fact]
    public async Task A_mail_address_of_5000_characters_is_refused_kindly()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var sent = await site.Visitor().Send(Page, ("bringing", "1"), ("mail", new string('a', 5_000) + "@example.org"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
    }

    [Fact]
    public async Task The_form_is_kept_by_nobody_and_another_site_cannot_send_it()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        var visitor = site.Visitor();

        using var form = await visitor.GetAsync(Page, Token);
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var foreign = await visitor.Send(Page, ("bringing", "1"), ("__RequestVerificationToken", "guessed"));

        Assert.True(form.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task A_rally_called_off_or_over_says_so_and_names_the_nearest()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var leeds = Some.Rally(day);
        leeds.CallOff("The square <floods>.", Some.Moment);
        await site.Holds(leeds, Some.Rally(day, "bradford"));

        var page = await site.Visitor().GetStringAsync(Page, Token);
        using var sent = await site.Visitor().PostAsync(Page, new FormUrlEncodedContent([new("bringing", "1")]), Token);

        Assert.Contains("This rally is called off", page, StringComparison.Ordinal);
        Assert.Contains("The square &lt;floods&gt;.", page, StringComparison.Ordinal);
        Assert.Contains("/3rd-june/bradford", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form class=\"form\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);

        site.Clock.Now = Instant.FromUtc(2028, 6, 5, 9, 0);
        Assert.Contains(
            "This rally is over",
            await site.Visitor().GetStringAsync("/3rd-june/bradford/pledge", Token),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/3rd-june/goole/pledge")]
    [InlineData("/nothing/leeds/pledge")]
    [InlineData("/3rd-june/%3Cscript%3E/pledge")]
    public async Task An_unknown_rally_is_not_found(string address)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        using var answer = await site.Visitor().GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_speaks_Welsh()
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();

        Assert.Contains("Faint ohonom?", await site.Visitor("cy").GetStringAsync(Page, Token), StringComparison.Ordinal);
    }
}
