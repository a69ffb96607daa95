using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Tests.Site;
using static Rallies.Tests.Starting.Starts;

namespace Rallies.Tests.Starting;

/// <summary>What is typed, sent or forged on the way, and never ends in half a rally.</summary>
public sealed class StartAbuseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filled_honeypot_stores_nothing_and_a_person_passes_by_pressing_again()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var caught = await (await AtContact(site)).Send(("mail", "amina@example.org"), ("website", "https://spam.example"));
        Assert.Equal((422, ""), ((int)caught.Status, caught.Fields["website"]));
        Assert.Empty(await Started(site));

        Assert.Equal(200, (int)(await caught.Send()).Status);
        Assert.Single(await Started(site));
    }

    [Fact]
    public async Task A_form_filled_in_at_once_is_asked_for_a_second_press()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var hasty = await (await AtContact(site, Duration.Zero)).Send(("mail", "amina@example.org"));
        Assert.Equal(422, (int)hasty.Status);
        Assert.Empty(await Started(site));

        site.Clock.Advance(Duration.FromSeconds(2));
        Assert.Equal(200, (int)(await hasty.Send()).Status);
        Assert.Single(await Started(site));
    }

    [Theory]
    [InlineData("q", "zzzzqqqq", "Which town?")]
    [InlineData("town", "no-such-town", "Which town?")]
    [InlineData("id", "17", "How do we reach you?")]
    [InlineData("place", "", "Where in Goole?")]
    [InlineData("unfixed", "yes", "Where in Goole?")]
    public async Task Whatever_was_tampered_with_on_the_way_is_asked_again(string field, string value, string heading)
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        (string, string)[] typed =
            field == "q" ? [("mail", "amina@example.org"), ("town", ""), ("q", value)] : [("mail", "amina@example.org"), (field, value)];

        var again = await (await AtContact(site)).Send(typed);

        Assert.Equal(heading, again.Heading);
        Assert.Empty(await Started(site));
    }

    [Theory]
    [InlineData("q")]
    [InlineData("place")]
    [InlineData("directions")]
    [InlineData("different")]
    [InlineData("mail")]
    [InlineData("id")]
    [InlineData("step")]
    [InlineData("offered")]
    public async Task Five_thousand_characters_break_nothing_and_store_nothing_in_part(string field)
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds(Some.Rally(day, "goole"));
        var contact = await (
            await (await Page.Open(site.Visitor(), "/3rd-june/start?town=goole")).Send(("different", "Ours is earlier"))
        ).Send(("place", "Clock tower"));
        site.Clock.Advance(Duration.FromSeconds(40));

        var answer = await contact.Send(("mail", "amina@example.org"), (field, new string('x', 5_000)));

        Assert.InRange((int)answer.Status, 200, 422);
        Assert.Equal(field == "offered" || field == "q" ? 2 : 1, (await Started(site)).Count);
    }

    [Fact]
    public async Task Script_emoji_and_right_to_left_are_text()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var place = await Page.Open(site.Visitor(), "/3rd-june/start?town=goole");

        var contact = await place.Send(
            ("place", "<script>alert(1)</script> 👩‍🚒 ساحة\u202Edrib"),
            ("directions", "\"><img src=x onerror=alert(1)>")
        );
        site.Clock.Advance(Duration.FromSeconds(40));
        var live = await contact.Send(("mail", "amina@example.org"));

        Assert.Empty(contact.Document.QuerySelectorAll("main script, main img"));
        Assert.Equal(200, (int)live.Status);
        await using var context = await site.Database();
        var stored = (await context.Rallies.SingleAsync(Token)).MeetingPoint!;
        Assert.Equal(("<script>alert(1)</script> 👩‍🚒 ساحةdrib", "\"><img src=x onerror=alert(1)>"), (stored.Place, stored.Directions));
    }

    [Theory]
    [InlineData("place=a%00b", "application/x-www-form-urlencoded", 400, 400)]
    [InlineData("{}", "application/json", 415, 415)]
    [InlineData("--x\r\nnonsense", "multipart/form-data; boundary=x", 400, 400)]
    [InlineData("", "application/x-www-form-urlencoded", 422, 403)]
    public async Task What_no_browser_sends_is_refused_without_a_fuss(string body, string type, int fromHere, int fromNowhere)
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        async Task<int> Answered(bool saysSo)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/3rd-june/start") { Content = new StringContent(body) };
            request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            if (saysSo)
                request.Headers.Add("Sec-Fetch-Site", "same-origin");
            using var answer = await site.Visitor().SendAsync(request, Token);
            return (int)answer.StatusCode;
        }

        Assert.Equal((fromHere, fromNowhere), (await Answered(true), await Answered(false)));
    }
}
