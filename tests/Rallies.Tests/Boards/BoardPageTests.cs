using System.Net;
using NodaTime;
using Rallies.Tests.Counting;
using Rallies.Tests.Site;

namespace Rallies.Tests.Boards;

public sealed class BoardPageTests : IAsyncLifetime
{
    private CountingSite night = null!;

    [Fact]
    public async Task Somebody_who_checks_in_is_on_the_board()
    {
        var before = await Board();
        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        var after = await Board();

        Assert.Equal(("0", "no figures yet"), (TextOf(before, "[data-total]"), TextOf(before, "[data-oldest]")));
        Assert.Equal("3", TextOf(after, "[data-total]"));
        Assert.Equal("1 of 2 rallies reporting", TextOf(after, "[data-reporting]"));
        Assert.Equal("Leeds 3 checked themselves in", TextOf(after, "[data-newest] li span"));
        Assert.Equal("Leeds, 3", TextOf(after, "g[data-town=leeds] title"));
        Assert.Contains("dot-live", after.Document.QuerySelector("g[data-town=leeds] circle")!.ClassList);
        Assert.Equal("tally-live", after.Document.QuerySelector("tr[data-town=leeds]")!.ClassName);
        Assert.Equal(["Leeds", "Goole"], Towns(after));
    }

    [Fact]
    public async Task When_the_total_falls_the_board_says_which_town_says_less()
    {
        using var estimated = await night.Taps(CountingSite.Batch(night.Estimate(600, 800)), night.Steward);
        var before = await Board();
        using var counted = await night.Taps(CountingSite.Batch(night.In(40)), night.Steward);
        var after = await Board();

        Assert.True(before.Document.QuerySelector("[data-falls-section]")!.HasAttribute("hidden"));
        Assert.Equal("Leeds: 40, counted at 1 door; before it was 600–800, estimated", TextOf(after, "[data-falls] li span"));
    }

    [Theory]
    [InlineData("", "Leeds Goole", "descending")]
    [InlineData("?dir=asc", "Goole Leeds", "ascending")]
    [InlineData("?sort=town", "Goole Leeds", "ascending")]
    [InlineData("?sort=town&dir=desc", "Leeds Goole", "descending")]
    [InlineData("?sort=age", "Goole Leeds", "ascending")]
    [InlineData("?sort=age&dir=desc", "Leeds Goole", "descending")]
    [InlineData("?sort=nonsense&dir=sideways", "Leeds Goole", "descending")]
    [InlineData("?town=GOO", "Goole", "descending")]
    public async Task The_list_is_sorted_and_filtered_by_its_address(string query, string towns, string direction)
    {
        using var leeds = await night.Here(new { id = Guid.CreateVersion7(), with = 4 });
        night.Site.Clock.Advance(Duration.FromMinutes(3));
        using var goole = await night.Here(new { id = Guid.CreateVersion7() }, "goole");

        var board = await Board(query);

        Assert.Equal(towns.Split(' '), Towns(board));
        Assert.Equal([direction], board.Document.QuerySelectorAll("[aria-sort]").Select(h => h.GetAttribute("aria-sort")));
        Assert.Equal("6", TextOf(board, "[data-total]"));
    }

    [Fact]
    public async Task The_evening_goes_on_from_what_was_counted()
    {
        using var first = await night.Here(new { id = Guid.CreateVersion7(), with = 3 });
        night.Site.Clock.Advance(Duration.FromMinutes(10));
        using var second = await night.Here(new { id = Guid.CreateVersion7(), with = 1 });

        var board = await Board();

        Assert.Equal("60,0,0,4,0 70,0,0,6,0", board.Document.QuerySelector("[data-evening]")!.GetAttribute("data-steps"));
    }

    [Fact]
    public async Task A_page_without_script_comes_anew_and_one_with_script_does_not()
    {
        var board = await Board();
        var source = await night.Client.GetStringAsync("/3rd-june/live", TestContext.Current.CancellationToken);

        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>", source, StringComparison.Ordinal);
        Assert.Single(source.Split("http-equiv").Skip(1));
        Assert.Equal("public, max-age=5", board.Answer.Headers.CacheControl!.ToString());
        Assert.False(board.Answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<style", source, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", source, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_night_that_is_over_keeps_its_figures()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        night.Site.Clock.Advance(Duration.FromDays(1));

        var board = await Board();

        Assert.Equal("3", TextOf(board, "[data-total]"));
        Assert.Null(board.Document.QuerySelector("noscript meta"));
    }

    [Theory]
    [InlineData("/4th-june/live", HttpStatusCode.NotFound)]
    [InlineData("/3rd-June/live", HttpStatusCode.MovedPermanently)]
    public async Task Only_days_have_a_board(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await Page.Open(night.Site.Visitor(), path)).Status);

    [Fact]
    public async Task A_projector_shows_the_same_figures_and_no_form()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });

        var screen = await Board("?screen=1");

        Assert.Equal("night", screen.Document.DocumentElement.ClassName);
        Assert.Equal("3", TextOf(screen, "p.screen-total"));
        Assert.Equal(["Leeds 3", "Leeds 3"], screen.Document.QuerySelectorAll(".screen-ticker li").Select(l => l.TextContent));
        Assert.Empty(screen.Document.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task Welsh_speakers_read_Welsh()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7() });

        var board = await Page.Open(night.Site.Visitor("cy"), "/3rd-june/live");

        Assert.Equal("o bobl yn y sgwariau", TextOf(board, ".total-what"));
        Assert.Contains("yn fyw", board.Document.QuerySelector("[data-words]")!.GetAttribute("data-words"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private Task<Page> Board(string query = "") => Page.Open(night.Site.Visitor(), $"/3rd-june/live{query}");

    private static string TextOf(Page page, string selector) => page.Document.QuerySelector(selector)!.TextContent.Trim();

    private static IEnumerable<string> Towns(Page page) =>
        page.Document.QuerySelectorAll("tr[data-town] summary").Select(s => s.TextContent);
}
