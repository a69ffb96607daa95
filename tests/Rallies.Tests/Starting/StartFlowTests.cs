using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Tests.Site;
using static Rallies.Tests.Starting.Starts;

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
    public async Task A_town_in_the_address_is_not_asked_for_again_and_can_be_changed()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var place = await Page.Open(site.Visitor(), "/3rd-june/start?town=goole");
        Assert.Equal(("Where in Goole?", 200), (place.Heading, (int)place.Status));
        Assert.Equal("Another town", place.Document.QuerySelector("button[name=go][value=town]")!.TextContent);

        var town = await place.Send(("go", "town"));
        Assert.Equal(("Which town?", "Goole"), (town.Heading, town.Fields["q"]));
        Assert.Equal("Where in Goole?", (await town.Send()).Heading);
        Assert.Equal("Where in Selby?", (await town.Send(("q", "Selby, England"))).Heading);
    }

    [Fact]
    public async Task A_town_in_the_address_that_nobody_knows_is_asked_for_with_the_box_filled_in()
    {
        await using var site = new RalliesSite();
        await site.Holds(Some.Day());

        var town = await Page.Open(site.Visitor(), "/3rd-june/start?town=goo");

        Assert.Equal(("Which town?", "goo"), (town.Heading, town.Fields["q"]));
    }

    [Fact]
    public async Task Those_near_by_are_shown_first_and_a_reason_is_asked_for()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds(Some.Rally(day, "goole", "Clock tower"));

        var near = await Page.Open(site.Visitor(), "/3rd-june/start?town=goole");
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
        Assert.Empty(await Started(site));
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
        Assert.Empty(await Started(site));
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

        var place = await Page.Open(site.Visitor("cy"), "/3rd-june/start?town=goole");

        Assert.Equal(("Goole: ble’n union?", "Pa dref?"), (place.Heading, (await place.Send(("go", "town"))).Heading));
    }
}
