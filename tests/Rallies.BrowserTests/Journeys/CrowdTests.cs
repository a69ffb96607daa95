using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>Those who come when the hub has enough viewers, and those whose network lets no WebSocket through.</summary>
public sealed class CrowdTests
{
    private const string Board = "/tonight/live";
    private static readonly LocatorAssertionsToHaveTextOptions withinTenSeconds = new() { Timeout = 10_000 };

    [Fact]
    public async Task A_page_of_the_crowd_follows_the_stream_and_is_back_ten_seconds_after_a_restart()
    {
        await using var site = await RalliesSite.Start("--Rallies:Live:CrowdAt", "0");
        await using var viewer = await Person.With(Device.Phone, site);
        var hub = new List<string>();
        viewer.Page.WebSocket += (_, socket) => hub.Add(socket.Url);
        await viewer.Opens(Board);
        await Expect(viewer.Page.Locator("[data-board]")).ToHaveAttributeAsync("data-live", "stream");
        await Followed(viewer);
        var before = await High(viewer);

        await CheckIn(site, "cardiff", with: 4);
        await Moves(viewer, before + 5);
        await site.Kill();
        await Expect(viewer.Page.Locator("[data-connection]")).ToContainTextAsync("reconnecting, figures from ");
        await site.Restart();
        await Expect(viewer.Page.Locator("[data-connection]")).ToHaveTextAsync("live", withinTenSeconds);
        await CheckIn(site, "leeds", with: 2);

        await Moves(viewer, before + 8);
        Assert.Empty(hub);
    }

    [Fact]
    public async Task A_rallys_page_of_the_crowd_follows_its_figure()
    {
        await using var site = await RalliesSite.Start("--Rallies:Live:CrowdAt", "0");
        await using var viewer = await Person.With(Device.Phone, site);
        await viewer.Opens("/tonight/leeds");
        var people = viewer.Page.Locator(".counted > .figure");
        var before = int.Parse((await people.GetAttributeAsync("data-high"))!, CultureInfo.InvariantCulture);

        await CheckIn(site, "leeds", with: 2);

        await Expect(people).ToHaveAttributeAsync("data-high", Text(before + 3));
        viewer.SawNothingWrong();
    }

    [Fact]
    public async Task The_screen_for_projectors_stays_on_the_hub()
    {
        await using var site = await RalliesSite.Start("--Rallies:Live:CrowdAt", "0");
        await using var square = await Person.With(Device.Desktop, site);

        await square.Opens($"{Board}?screen=1");

        await Expect(square.Page.Locator("[data-board]")).ToHaveAttributeAsync("data-live", "hub");
    }

    [Fact]
    public async Task A_network_that_lets_no_WebSocket_through_still_moves_the_board()
    {
        await using var site = await RalliesSite.Start();
        await using var viewer = await Person.With(Device.Desktop, site);
        await viewer.Page.AddInitScriptAsync("delete globalThis.WebSocket");
        await viewer.Opens(Board);
        await Followed(viewer);
        var before = await High(viewer);

        await CheckIn(site, "cardiff", with: 1);

        await Moves(viewer, before + 2);
        viewer.SawNothingWrong();
    }

    private static async Task CheckIn(RalliesSite site, string town, int with)
    {
        using var phone = new HttpClient { BaseAddress = site.Address };
        using var answer = await phone.PostAsJsonAsync(
            $"/api/v1/days/tonight/rallies/{town}/here",
            new { id = Guid.CreateVersion7(), with },
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }

    private static Task Followed(Person viewer) => Expect(viewer.Page.Locator("[data-board][data-followed]")).ToBeAttachedAsync();

    private static async Task<int> High(Person viewer) =>
        int.Parse((await viewer.Page.Locator("[data-total]").GetAttributeAsync("data-high"))!, CultureInfo.InvariantCulture);

    private static Task Moves(Person viewer, int total) =>
        Expect(viewer.Page.Locator("[data-total]")).ToHaveAttributeAsync("data-high", Text(total), new() { Timeout = 5_000 });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
