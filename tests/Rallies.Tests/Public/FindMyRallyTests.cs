using Rallies.Tests.Site;

namespace Rallies.Tests.Public;

public sealed class FindMyRallyTests
{
    [Fact]
    public async Task A_town_without_a_rally_hears_of_the_nearest_and_how_to_start_one()
    {
        await using var site = new RalliesSite();
        await GivenADayWith(site, "kingston-upon-hull", "leeds");

        var html = await Find(site, "Goole");

        Assert.Contains("No rally in Goole yet. Nearest: ", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/3rd-june/start?town=goole\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_town_with_a_rally_sees_it_first()
    {
        await using var site = new RalliesSite();
        await GivenADayWith(site, "kingston-upon-hull", "leeds", "bradford");

        var html = await Find(site, "leeds");

        Assert.Contains("Your rally", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf("/3rd-june/leeds\"", StringComparison.Ordinal) < html.IndexOf("/3rd-june/bradford\"", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("start?town=leeds", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Towns_of_one_name_are_offered_and_each_leads_to_itself()
    {
        await using var site = new RalliesSite();
        await GivenADayWith(site, "leeds");

        var several = await Find(site, "Newport");
        var one = await Find(site, "Newport, Isle of Wight");

        Assert.Contains("Which one?", several, StringComparison.Ordinal);
        Assert.Contains("town=newport-isle-of-wight", several, StringComparison.Ordinal);
        Assert.Contains("start?town=newport-isle-of-wight", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_called_off_is_said_and_never_offered_as_the_nearest()
    {
        await using var site = new RalliesSite();
        var day = Some.Day();
        await site.Holds(day);
        var castleford = Some.Rally(day, "castleford");
        castleford.CallOff("The square is closed", Some.Moment);
        await site.Holds(castleford, Some.Rally(day, "leeds"));

        var html = await Find(site, "castleford");

        Assert.Contains("The rally in Castleford is called off", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rally-list-name\" href=\"/3rd-june/castleford\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_answered_kindly_and_escaped()
    {
        await using var site = new RalliesSite();
        await GivenADayWith(site, "leeds");

        var html = await Find(site, "<script>alert(1)</script>");

        Assert.Contains("We know no such town", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_is_announced_the_front_page_says_so()
    {
        await using var site = new RalliesSite();

        Assert.Contains(
            "Nothing announced yet",
            await site.Visitor().GetStringAsync("/", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Contains("Nothing announced yet", await Find(site, "leeds"), StringComparison.Ordinal);
    }

    private static async Task GivenADayWith(RalliesSite site, params string[] towns)
    {
        var day = Some.Day();
        await site.Holds(day);
        await site.Holds([.. towns.Select(town => Some.Rally(day, town))]);
    }

    private static Task<string> Find(RalliesSite site, string town) =>
        site.Visitor().GetStringAsync($"/?town={Uri.EscapeDataString(town)}", TestContext.Current.CancellationToken);
}
