using Microsoft.Extensions.DependencyInjection;
using Rallies.Domain;
using Rallies.Tests.Site;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Boards;

/// <summary>What becomes of the board when there is nothing to count, or not everywhere.</summary>
public sealed class BoardStatesTests
{
    [Fact]
    public async Task A_rally_called_off_stays_on_the_board_and_says_so()
    {
        await using var site = await SiteWith(date: 3, hour: 19, day => [Some.Rally(day), Off(day, "goole")]);

        var board = await Page.Open(site.Visitor(), "/3rd-june/live");

        Assert.Equal(["leeds", "goole"], board.Document.QuerySelectorAll("tr[data-town]").Select(r => r.GetAttribute("data-town")));
        Assert.Equal("tally-off", board.Document.QuerySelector("tr[data-town=goole]")!.ClassName);
        Assert.Equal("called off", TextOf(board, "tr[data-town=goole] td[data-cell=kind]"));
        Assert.Equal("0 of 1 rallies reporting", TextOf(board, "[data-reporting]"));
    }

    [Fact]
    public async Task Before_the_doors_open_there_is_a_countdown_and_no_number()
    {
        await using var site = await SiteWith(date: 1, hour: 12, day => [Some.Rally(day), Some.Rally(day, "goole")]);

        var board = await Page.Open(site.Visitor(), "/3rd-june/live");

        Assert.NotNull(board.Document.QuerySelector("[data-countdown]"));
        Assert.Null(board.Document.QuerySelector("[data-total]"));
        Assert.Contains("2 rallies are on. The first doors open Sat 3 June, 4pm", TextOf(board, ".lead"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/3rd-june/live")]
    [InlineData("/3rd-june/live?screen=1")]
    public async Task Until_its_hour_each_zone_has_its_countdown(string address)
    {
        await using var site = await SiteWith(
            date: 3,
            hour: 16,
            day => [Some.Rally(day), Some.Rally(day, "goole"), Some.Rally(day, "paris")]
        );

        var board = await Page.Open(site.Visitor(), address);

        Assert.False(board.Document.QuerySelector("[data-roll-call]")!.HasAttribute("hidden"));
        Assert.Equal("1 hour", TextOf(board, "[data-first-left]"));
        Assert.Equal(
            ["6pm Paris time, 1 town: 1 hour", "6pm UK time, 2 towns: 2 hours"],
            board.Document.QuerySelectorAll("[data-starts]").Where(zone => zone.LocalName == "li").Select(zone => zone.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Once_its_hour_has_come_everywhere_nothing_is_counted_down()
    {
        await using var site = await SiteWith(date: 3, hour: 18, day => [Some.Rally(day)]);

        var board = await Page.Open(site.Visitor(), "/3rd-june/live");

        Assert.True(board.Document.QuerySelector("[data-roll-call]")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task A_screen_with_nothing_to_show_says_why()
    {
        await using var empty = await SiteWith(date: 3, hour: 18, _ => []);
        await using var off = await SiteWith(date: 3, hour: 18, day => [Off(day, "leeds")]);

        Assert.Equal("No rally is on", TextOf(await Page.Open(empty.Visitor(), "/3rd-june/live?screen=1"), ".screen-none"));
        Assert.Equal("No rally is on", TextOf(await Page.Open(off.Visitor(), "/3rd-june/live?screen=1"), ".screen-none"));
        Assert.Equal("No rally is on.", TextOf(await Page.Open(empty.Visitor(), "/3rd-june/live"), ".lead"));
    }

    [Fact]
    public async Task A_day_called_off_says_so()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        day.CallOff(Some.Moment);
        await site.Holds(day);
        await site.Holds(Some.Rally(day));
        await Told(site, day);

        var board = await Page.Open(site.Visitor(), "/3rd-june/live");

        Assert.Equal("This day is called off", TextOf(board, ".notice-off h2"));
        Assert.Null(board.Document.QuerySelector("[data-total], noscript meta"));
        Assert.Equal("This day is called off", TextOf(await Page.Open(site.Visitor(), "/3rd-june/live?screen=1"), ".screen-none"));
    }

    private static async Task<RalliesSite> SiteWith(int date, int hour, Func<DayOfAction, object[]> rallies)
    {
        var site = new RalliesSite();
        site.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, date, hour, 0)).Now;
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds(rallies(day));
        await Told(site, day);
        return site;
    }

    private static Task Told(RalliesSite site, DayOfAction day) =>
        site.Services.GetRequiredService<Happenings>().TellAsync(new Happening.DayChanged(day.Id));

    private static Rally Off(DayOfAction day, string town)
    {
        var rally = Some.Rally(day, town);
        rally.CallOff("The square is closed.", Some.Moment);
        return rally;
    }

    private static string TextOf(Page page, string selector) => page.Document.QuerySelector(selector)!.TextContent.Trim();
}
