using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Tests.Site;

namespace Rallies.Tests.Starting;

public sealed class StartFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rally_is_live_after_three_screens_without_script()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var visitor = site.Visitor();

        var town = await Page.Open(visitor, "/3rd-june/start");
        Assert.Equal(("Which town?", true), (town.Heading, town.Answer.Headers.CacheControl!.NoStore));
        var which = await town.Send(("q", "goo"));
        Assert.Equal(("Which town?", "goole"), (which.Heading, which.Fields["town"]));
        var place = await which.Send();
        Assert.Equal("Where in Goole?", place.Heading);
        var contact = await place.Send(("place", "Clock tower"), ("directions", "by the station"));
        Assert.Equal("How do we reach you?", contact.Heading);
        site.Clock.Advance(Duration.FromSeconds(40));
        var live = await contact.Send(("mail", "amina@example.org"));

        Assert.Equal((200, "Goole is on the map"), ((int)live.Status, live.Heading));
        Assert.True(live.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", live.Answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.EndsWith("/3rd-june/goole", live.Document.QuerySelector(".short-address")!.TextContent, StringComparison.Ordinal);
        await using var context = await site.Database();
        var rally = await context.Rallies.SingleAsync(Token);
        Assert.Equal(("goole", new MeetingPoint("Clock tower", "by the station", null)), (rally.Slug, rally.MeetingPoint));
        Assert.Equal(1, await context.Outbox.CountAsync(Token));
        var link = new Uri(live.Document.QuerySelector("#owner-link")!.TextContent);
        using var opened = await site.Visitor().GetAsync(link.AbsolutePath, Token);
        Assert.Equal((303, "/organise"), ((int)opened.StatusCode, opened.Headers.Location!.OriginalString));
        using var console = await visitor.GetAsync("/organise/this-browser", Token);
        Assert.Equal(200, (int)console.StatusCode);
    }

    [Fact]
    public async Task The_second_click_shows_the_same_link_and_starts_nothing()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var contact = await AtContact(site);

        var first = await contact.Send(("mail", "amina@example.org"));
        var second = await contact.Send(("mail", "amina@example.org"));

        Assert.Equal("Goole is on the map", second.Heading);
        Assert.Equal(first.Document.QuerySelector("#owner-link")!.TextContent, second.Document.QuerySelector("#owner-link")!.TextContent);
        await using var context = await site.Database();
        Assert.Equal(
            (1, 1, 1),
            (await context.Rallies.CountAsync(Token), await context.Grants.CountAsync(Token), await context.Outbox.CountAsync(Token))
        );
    }

    [Fact]
    public async Task A_town_in_the_address_fills_in_the_box()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var town = await Page.Open(site.Visitor(), "/3rd-june/start?town=goole");

        Assert.Equal("Goole", town.Fields["q"]);
        Assert.Equal("Where in Goole?", (await town.Send()).Heading);
        Assert.Equal("Where in Selby?", (await town.Send(("q", "Selby, England"))).Heading);
    }

    [Fact]
    public async Task Those_near_by_are_shown_first_and_a_reason_is_asked_for()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds(Some.Rally(day, "goole", "Clock tower"));

        var near = await (await Page.Open(site.Visitor(), "/3rd-june/start?town=goole")).Send();
        Assert.Equal((200, "Goole has started"), ((int)near.Status, near.Heading));
        Assert.Equal("/3rd-june/goole/join", near.Document.QuerySelector(".rally-list a")!.GetAttribute("href"));
        var silent = await near.Send();
        Assert.Equal((422, "Say why yours is different, or join the rally above."), ((int)silent.Status, silent.Errors.Single()));
        var contact = await (await near.Send(("different", "Ours is on the other bank"))).Send(("unfixed", "yes"));
        site.Clock.Advance(Duration.FromSeconds(40));
        await contact.Send(("mail", "amina@example.org"));

        await using var context = await site.Database();
        var second = await context.Rallies.SingleAsync(r => r.Slug == "goole-2", Token);
        Assert.Equal(("Ours is on the other bank", RallyStatus.Tentative), (second.DifferentBecause, second.Status));
    }

    [Theory]
    [InlineData("", "Type your mail address, so that a lost key can be sent to you again.")]
    [InlineData("amina", "Write the mail address like name@example.org.")]
    [InlineData("<script>alert(1)</script>@example.org", "Write the mail address like name@example.org.")]
    public async Task A_mail_address_that_is_none_is_said_and_kept_in_the_box(string mail, string sentence)
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var again = await (await AtContact(site)).Send(("mail", mail));

        Assert.Equal(
            (422, sentence, mail, "Clock tower"),
            ((int)again.Status, again.Errors.Single(), again.Fields["mail"], again.Fields["place"])
        );
        Assert.Empty(await Rallies(site));
    }

    [Fact]
    public async Task A_filled_honeypot_stores_nothing_and_a_person_passes_by_pressing_again()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var caught = await (await AtContact(site)).Send(("mail", "amina@example.org"), ("website", "https://spam.example"));
        Assert.Equal((422, ""), ((int)caught.Status, caught.Fields["website"]));
        Assert.Empty(await Rallies(site));

        Assert.Equal(200, (int)(await caught.Send()).Status);
        Assert.Single(await Rallies(site));
    }

    [Fact]
    public async Task A_form_filled_in_at_once_is_asked_for_a_second_press()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var hasty = await (await AtContact(site, Duration.Zero)).Send(("mail", "amina@example.org"));
        Assert.Equal(422, (int)hasty.Status);
        Assert.Empty(await Rallies(site));

        site.Clock.Advance(Duration.FromSeconds(2));
        Assert.Equal(200, (int)(await hasty.Send()).Status);
        Assert.Single(await Rallies(site));
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
        Assert.Empty(await Rallies(site));
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
            await (await (await Page.Open(site.Visitor(), "/3rd-june/start?town=goole")).Send()).Send(("different", "Ours is earlier"))
        ).Send(("place", "Clock tower"));
        site.Clock.Advance(Duration.FromSeconds(40));

        var answer = await contact.Send(("mail", "amina@example.org"), (field, new string('x', 5_000)));

        Assert.InRange((int)answer.Status, 200, 422);
        Assert.Equal(field == "offered" || field == "q" ? 2 : 1, (await Rallies(site)).Count);
    }

    [Fact]
    public async Task Script_emoji_and_right_to_left_are_text()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var place = await (await Page.Open(site.Visitor(), "/3rd-june/start?town=goole")).Send();

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
    [InlineData("", "application/x-www-form-urlencoded", 400, 403)]
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

    [Fact]
    public async Task Going_back_loses_nothing()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var contact = await AtContact(site);

        var place = await contact.Send(("mail", "amina@example.org"), ("go", "place"));
        Assert.Equal(("Where in Goole?", "Clock tower"), (place.Heading, place.Fields["place"]));
        var town = await place.Send(("go", "town"));
        Assert.Equal(("Which town?", "Goole"), (town.Heading, town.Fields["q"]));

        Assert.Equal("amina@example.org", (await (await town.Send()).Send()).Fields["mail"]);
    }

    [Fact]
    public async Task An_unknown_day_is_404_and_one_that_is_over_says_so()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());
        var contact = await AtContact(site);
        site.Clock.Now = Instant.FromUtc(2028, 6, 6, 0, 0);

        Assert.Equal(404, (int)(await Page.Open(site.Visitor(), "/4th-june/start")).Status);
        Assert.Equal(410, (int)(await Page.Open(site.Visitor(), "/3rd-june/start")).Status);
        Assert.Equal(410, (int)(await contact.Send(("mail", "amina@example.org"))).Status);
        Assert.Empty(await Rallies(site));
    }

    [Fact]
    public async Task Start_goes_straight_to_the_only_day_and_lists_several()
    {
        await using var site = new RalliesSite();
        Assert.Equal("Start a rally", (await Page.Open(site.Visitor(), "/start")).Heading);

        await site.Holds(Some.Day());
        Assert.Equal(
            "/3rd-june/start?town=goole",
            (await Page.Open(site.Visitor(), "/start?town=goole")).Answer.Headers.Location?.OriginalString
        );

        await site.Holds(Some.Day("may-day", "May Day", new LocalDate(2029, 5, 1)));
        Assert.Equal(
            ["3 June", "May Day"],
            (await Page.Open(site.Visitor(), "/start")).Document.QuerySelectorAll("main .rally-list a").Select(a => a.TextContent)
        );
    }

    [Fact]
    public async Task In_Welsh_every_screen_speaks_Welsh()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var town = await Page.Open(site.Visitor("cy"), "/3rd-june/start?town=goole");

        Assert.Equal(("Pa dref?", "Goole: ble’n union?"), (town.Heading, (await town.Send()).Heading));
    }

    private static async Task<Page> AtContact(RalliesSite site, Duration? later = null)
    {
        var place = await (await Page.Open(site.Visitor(), "/3rd-june/start?town=goole")).Send();
        var contact = await place.Send(("place", "Clock tower"));
        site.Clock.Advance(later ?? Duration.FromSeconds(40));
        return contact;
    }

    private static async Task<IReadOnlyList<Rally>> Rallies(RalliesSite site)
    {
        await using var context = await site.Database();
        return await context.Rallies.AsNoTracking().ToListAsync(Token);
    }
}
