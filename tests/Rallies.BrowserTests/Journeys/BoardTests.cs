using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

public sealed class BoardTests(DemoSite shared)
{
    private const string Board = "/tonight/live";
    private static readonly LocatorAssertionsToHaveAttributeOptions soon = new() { Timeout = 2_000 };

    public static TheoryData<Device> Devices =>
        [Device.Phone, Device.Phone.InTheDark(), Device.Desktop, Device.Desktop.InTheDark(), Device.Phone.WithoutScript()];

    [Theory, MemberData(nameof(Devices))]
    public async Task Everybody_can_use_the_board(Device device)
    {
        await using var visitor = await Person.With(device, await shared.Running());

        var status = await visitor.Opens(Board);

        Assert.Equal(200, status);
        if (device.Script)
            await visitor.CanUseThePage();
        visitor.SawNothingWrong();
        Assert.Empty(visitor.Watch.Circuits);
        await visitor.Photographs("board");
    }

    [Fact]
    public async Task Somebody_who_checks_in_moves_an_open_board_within_two_seconds()
    {
        // Of its own: the total is compared to the head, and elsewhere others check in.
        await using var site = await RalliesSite.Start();
        await using var viewer = await Person.With(Device.Desktop, site);
        await viewer.Opens(Board);
        await Followed(viewer);
        var before = await High(viewer);

        await CheckIn(site, "cardiff", with: 4);

        await Expect(Total(viewer)).ToHaveAttributeAsync("data-high", Text(before + 5), soon);
        var cardiff = viewer.Page.Locator("tr[data-town=cardiff]");
        await Expect(cardiff).ToHaveClassAsync("tally-live");
        await Expect(cardiff.Locator("td.wide time")).ToHaveTextAsync("just now");
        await Expect(viewer.Page.Locator("g[data-town=cardiff] circle")).ToHaveClassAsync(new Regex("dot-live"));
        await Expect(viewer.Page.Locator("[data-newest] li").First).ToContainTextAsync("Cardiff");
        viewer.SawNothingWrong();
        await viewer.CanUseThePage();
    }

    [Fact]
    public async Task A_rallys_own_page_follows_its_figure()
    {
        var site = await shared.Running();
        await using var viewer = await Person.With(Device.Phone, site);
        await viewer.Opens("/tonight/leeds");
        var people = viewer.Page.Locator(".counted > .figure");
        var before = int.Parse((await people.GetAttributeAsync("data-high"))!, CultureInfo.InvariantCulture);

        await CheckIn(site, "leeds", with: 2);

        await Expect(people).ToHaveAttributeAsync("data-high", Text(before + 3));
        await Expect(viewer.Page.GetByText("checked themselves in, just now")).ToBeVisibleAsync();
        viewer.SawNothingWrong();
        Assert.Empty(viewer.Watch.Circuits);
    }

    [Fact]
    public async Task A_board_comes_back_by_itself_after_a_power_cut()
    {
        await using var site = await RalliesSite.Start();
        await using var viewer = await Person.With(Device.Phone, site);
        await viewer.Opens(Board);
        await Followed(viewer);
        var before = await High(viewer);
        await CheckIn(site, "leeds", with: 1);
        await Expect(Total(viewer)).ToHaveAttributeAsync("data-high", Text(before + 2), soon);

        await site.Kill();
        await Expect(Connection(viewer)).ToContainTextAsync("reconnecting, figures from ");
        await site.Restart();
        await Expect(Connection(viewer)).ToHaveTextAsync("live", new() { Timeout = 10_000 });
        await CheckIn(site, "leeds", with: 2);

        await Expect(Total(viewer)).ToHaveAttributeAsync("data-high", Text(before + 5), soon);
    }

    [Fact]
    public async Task The_list_is_put_in_order_when_asked_and_not_before()
    {
        await using var site = await RalliesSite.Start();
        await using var viewer = await Person.With(Device.Desktop, site);
        await viewer.Opens($"{Board}?sort=age");
        await Followed(viewer);
        var first = viewer.Page.Locator("tr[data-town] summary").First;
        var name = await first.TextContentAsync();
        var before = await High(viewer);

        await CheckIn(site, "leeds", with: 2);
        await Expect(Total(viewer)).ToHaveAttributeAsync("data-high", Text(before + 3)); // asked sooner, it would be put in order without Leeds
        var ask = viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Put the list in order again" });
        await Expect(ask).ToBeVisibleAsync();
        await Expect(first).ToHaveTextAsync(name!);
        await ask.ClickAsync();

        await Expect(first).ToHaveTextAsync("Leeds");
        await Expect(ask).ToBeHiddenAsync();
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

    // The page came from the server with its figures; from here on it hears of news itself.
    private static Task Followed(Person viewer) => Expect(viewer.Page.Locator("[data-board][data-followed]")).ToBeAttachedAsync();

    private static async Task<int> High(Person viewer) =>
        int.Parse((await Total(viewer).GetAttributeAsync("data-high"))!, CultureInfo.InvariantCulture);

    private static ILocator Total(Person viewer) => viewer.Page.Locator("[data-total]");

    private static ILocator Connection(Person viewer) => viewer.Page.Locator("[data-connection]");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
