using NodaTime;
using Rallies.Domain;
using Rallies.Tests.Site;
using Rallies.Tests.Towns;

namespace Rallies.Tests.Public;

public sealed class DayPageTests
{
    [Fact]
    public async Task A_day_lists_its_rallies_on_the_map_and_by_region()
    {
        await using var site = new RalliesSite();
        await Given(site, _ => { });

        var html = await Day(site);

        Assert.Contains("<circle class=\"dot\"", html, StringComparison.Ordinal);
        Assert.Contains("<circle class=\"dot dot-tentative\"", html, StringComparison.Ordinal);
        Assert.Contains("<path class=\"dot dot-off\"", html, StringComparison.Ordinal);
        Assert.Contains("England", html, StringComparison.Ordinal);
        Assert.Contains("Wales", html, StringComparison.Ordinal);
        Assert.Contains("2 towns so far", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Regions_are_listed_first_and_lead_to_their_part_of_the_roll()
    {
        await using var site = new RalliesSite();
        await Given(site, _ => { });

        var page = await Page.Open(site.Visitor(), "/3rd-june");

        Assert.Equal(["#towns-in-england", "#towns-in-wales"], IndexOf(page, ".links"));
        Assert.All(IndexOf(page, ".links"), link => Assert.NotNull(page.Document.GetElementById(link[1..])));
        Assert.Empty(IndexOf(page, ".letters"));
    }

    [Fact]
    public async Task A_region_with_many_towns_has_an_index_of_letters()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var towns = RealGazetteer.Instance.Towns.Where(t => t is { Country: "GB", Region: "england" }).Take(60).ToList();
        await site.Holds([.. towns.Select(t => Some.Rally(day, t.Slug))]);

        var page = await Page.Open(site.Visitor(), "/3rd-june");

        var letters = page.Document.QuerySelectorAll("#towns .letters a");
        Assert.Equal(
            towns.Select(t => char.ToUpperInvariant(t.Name[0])).Distinct().Order(),
            letters.Select(link => Assert.Single(link.TextContent))
        );
        Assert.All(
            letters,
            link =>
                Assert.StartsWith(
                    link.TextContent,
                    page.Document.GetElementById(link.GetAttribute("href")![1..])!.TextContent.Trim(),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("region=wales", "cardiff", "leeds")]
    [InlineData("town=LEE", "leeds", "cardiff")]
    [InlineData("access=bsl", "leeds", "cardiff")]
    [InlineData("access=step-free,bsl", "leeds", "cardiff")]
    [InlineData("access=step-free&access=children", null, "leeds")]
    public async Task Filters_stand_in_the_address(string query, string? shown, string notShown)
    {
        await using var site = new RalliesSite();
        await Given(site, _ => { });

        var html = await Day(site, $"?{query}");

        if (shown is not null)
            Assert.Contains($"href=\"/3rd-june/{shown}\"", html, StringComparison.Ordinal);
        else
            Assert.Contains("No rally fits that", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/3rd-june/{notShown}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_town_without_a_rally_is_named()
    {
        await using var site = new RalliesSite();
        await Given(site, _ => { });

        Assert.Contains("The largest town without a rally is London", await Day(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_tells_that_it_moved_was_called_off_or_is_over()
    {
        await using var moved = new RalliesSite();
        await Given(moved, day => day.Move(new LocalDate(2028, 6, 10), new LocalTime(18, 0), Some.Moment));
        await using var calledOff = new RalliesSite();
        await Given(calledOff, day => day.CallOff(Some.Moment));
        await using var over = new RalliesSite();
        await Given(over, _ => { });
        over.Clock.Advance(Duration.FromDays(3));

        Assert.Contains("This day has moved", await Day(moved), StringComparison.Ordinal);
        Assert.Contains("This day is called off", await Day(calledOff), StringComparison.Ordinal);
        Assert.Contains("This day is over", await Day(over), StringComparison.Ordinal);
        Assert.DoesNotContain("/3rd-june/start", await Day(over), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_to_action_stand_until_their_deadline()
    {
        await using var site = new RalliesSite();
        await Given(
            site,
            day =>
                day.Describe(
                    "We stand together.",
                    "#3rdJune",
                    [
                        new CallToAction(
                            CallToActionKind.VoterRegistration,
                            "Register to vote",
                            "https://register.example/",
                            new LocalDate(2028, 6, 2)
                        ),
                        new CallToAction(
                            CallToActionKind.Petition,
                            "Sign the old petition",
                            "https://petition.example/",
                            new LocalDate(2028, 5, 31)
                        ),
                    ],
                    Some.Moment
                )
        );

        var html = await Day(site);

        Assert.Contains("Register to vote", html, StringComparison.Ordinal);
        Assert.Contains("by Fri 2 June", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign the old petition", html, StringComparison.Ordinal);
    }

    private static async Task Given(RalliesSite site, Action<DayOfAction> change)
    {
        var day = Some.Day();
        change(day);
        await site.Holds(day);
        var leeds = Some.Rally(day);
        leeds.DescribeAccess(new Access { StepFree = AccessFact.Yes, SignLanguage = AccessFact.Yes }, Some.Moment);
        var castleford = Some.Rally(day, "castleford");
        castleford.CallOff("", Some.Moment);
        await site.Holds(leeds, Some.Rally(day, "cardiff", place: ""), castleford);
    }

    private static Task<string> Day(RalliesSite site, string query = "") =>
        site.Visitor().GetStringAsync($"/3rd-june{query}", TestContext.Current.CancellationToken);

    private static IEnumerable<string> IndexOf(Page page, string list) =>
        page.Document.QuerySelectorAll($"#towns {list} a").Select(link => link.GetAttribute("href")!);
}
