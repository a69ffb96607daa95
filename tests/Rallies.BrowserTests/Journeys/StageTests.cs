using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>The lectern, the square and everybody's phones, at once.</summary>
public sealed class StageTests(DemoSite shared)
{
    private const string Chair = "/organise/tonight/leeds/chair";
    private const string Square = "/tonight/leeds/screen";

    [Fact]
    public async Task The_chair_goes_on_and_a_phone_in_the_square_shows_it()
    {
        await using var site = await RalliesSite.Start();
        await using var chair = await Person.With(Device.Desktop, site);
        await using var visitor = await Person.With(Device.Phone, site);
        await chair.Keeps(await site.Printed("Steward"));
        await chair.Opens(Chair);
        await visitor.Opens("/tonight/leeds");

        var (next, name) = await Begins(chair);
        await next.ClickAsync();

        await Expect(chair.Page.Locator(".chair-name")).ToHaveTextAsync(name);
        await Expect(chair.Page.Locator(".chair-left")).ToHaveTextAsync(new Regex(@"^\d+:\d\d left$"));
        await Expect(visitor.Page.Locator("[data-part=now]")).ToHaveTextAsync(name);
        await Expect(visitor.Page.Locator(".running-order-now")).ToContainTextAsync(name);

        var late = await chair.Page.Locator(".chair-late").TextContentAsync();
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "5 minutes later" }).ClickAsync();
        await Expect(chair.Page.Locator(".chair-late")).Not.ToHaveTextAsync(late!);
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Take back the last tap" }).ClickAsync();
        await Expect(chair.Page.Locator(".chair-late")).ToHaveTextAsync(late!);

        await chair.CanUseThePage();
        await chair.CanReadThePageAtNight();
        chair.SawNothingWrong();
        visitor.SawNothingWrong();
        Assert.Empty(chair.Watch.Circuits);
        await chair.Photographs("chair");
        await visitor.Photographs("on-stage");
    }

    [Fact]
    public async Task A_lectern_without_network_says_so_and_loses_nothing()
    {
        await using var site = await RalliesSite.Start();
        await using var chair = await Person.With(Device.Phone, site);
        await chair.Keeps(await site.Printed("Steward"));
        await chair.Opens(Chair);
        var (next, name) = await Begins(chair);

        await chair.GoesOffline();
        await next.ClickAsync();
        await Expect(chair.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No network");
        await chair.GoesOffline(false);
        await next.ClickAsync();

        await Expect(chair.Page.Locator(".chair-name")).ToHaveTextAsync(name);
        await Expect(chair.Page.GetByRole(AriaRole.Alert)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_lectern_without_script_works_by_its_forms()
    {
        await using var site = await RalliesSite.Start();
        await using var chair = await Person.With(Device.Phone.WithoutScript(), site);
        await chair.Keeps(await site.Printed("Steward"));
        await chair.Opens(Chair);
        var (next, name) = await Begins(chair);

        await next.ClickAsync();

        await Expect(chair.Page.Locator(".chair-name")).ToHaveTextAsync(name);
        await Expect(chair.Page.Locator(".chair-left")).ToContainTextAsync("minute");
    }

    [Fact]
    public async Task An_announcement_arrives_on_board_and_rallys_page_and_goes_when_it_is_taken_back()
    {
        const string said = "We march to the town hall at seven.";
        await using var site = await RalliesSite.Start();
        await using var organiser = await Person.With(Device.Desktop, site);
        await using var visitor = await Person.With(Device.Phone, site);
        await using var viewer = await Person.With(Device.Desktop, site);
        await organiser.Keeps(await site.Printed("Organiser"));
        await organiser.Opens("/organise/tonight/leeds");
        await visitor.Opens("/tonight/leeds");
        await viewer.Opens("/tonight/live");

        var say = organiser.Page.Locator("#say");
        await say.GetByLabel("What should everybody know?").FillAsync(said);
        await say.GetByRole(AriaRole.Button, new() { Name = "Announce" }).ClickAsync();

        await Expect(say.GetByText("Announced", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("[data-announced]")).ToContainTextAsync(said);
        await Expect(viewer.Page.Locator("[data-announced]")).ToContainTextAsync(said);
        await Expect(viewer.Page.Locator("[data-announced] bdi")).ToHaveTextAsync("Leeds");
        await viewer.CanUseThePage();
        await viewer.CanReadThePageAtNight();
        await viewer.Photographs("announced");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.Locator("[data-stage]")).ToBeAttachedAsync();
        await Expect(visitor.Page.GetByText(said)).ToHaveCountAsync(0);

        await say.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(viewer.Page.GetByText(said)).ToHaveCountAsync(0);
        organiser.SawNothingWrong();
        viewer.SawNothingWrong();
    }

    [Fact]
    public async Task The_screen_in_the_square_shows_a_code_that_counts_people_in()
    {
        await using var site = await RalliesSite.Start();
        await using var organiser = await Person.With(Device.Desktop, site);
        await using var square = await Person.With(Device.Projector, site);
        await organiser.Keeps(await site.Printed("Organiser"));
        await organiser.Opens("/organise/tonight/leeds");
        var count = organiser.Page.Locator("#count");
        await count.GetByRole(AriaRole.Button, new() { Name = "Ask for the code" }).ClickAsync();
        await Expect(count.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await square.Keeps(await site.Printed("Steward"));
        await square.Opens(Square);

        var code = (await square.Page.Locator("[data-part=code]").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        using var phone = new HttpClient { BaseAddress = site.Address };
        using var counted = await phone.PostAsJsonAsync(
            "/api/v1/days/tonight/rallies/leeds/here",
            new
            {
                id = Guid.CreateVersion7(),
                with = 7,
                code,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Matches(@"^\d{6}$", code);
        Assert.Equal(System.Net.HttpStatusCode.Created, counted.StatusCode);
        await Expect(square.Page.Locator("[data-counted] [data-part=people]")).ToHaveTextAsync("8");
        await Fits(square);
        square.SawNothingWrong();
        Assert.Empty(square.Watch.Circuits);
        await square.Photographs("square");
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1280, 720)]
    public async Task Projectors_show_everything_without_scrolling(int width, int height)
    {
        var site = await shared.Running();
        await using var square = await Person.With(Device.Projector.Of(width, height), site);
        await square.Keeps(await site.Printed("Steward"));

        foreach (var page in (string[])[Square, "/tonight/live?screen=1", "/3rd-june/live?screen=1"])
        {
            await square.Opens(page);
            await Fits(square);
            await square.Photographs(page.Trim('/').Replace('/', '-').Replace('?', '-'));
        }
        square.SawNothingWrong();
    }

    // Puts on the first, whatever the hour of the demo's night, and says who comes next.
    private static async Task<(ILocator Next, string Name)> Begins(Person chair)
    {
        var first = chair.Page.Locator(".chair-order tbody tr").First;
        await first.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(chair.Page.Locator(".chair-name")).ToHaveTextAsync((await first.Locator("th bdi").TextContentAsync())!);
        var next = chair.Page.Locator("[data-next]");
        return (next, (await next.TextContentAsync())!.Split(": ", 2)[1]);
    }

    // Nothing is wider or higher than the projector, and nothing within lies outside of it.
    private static async Task Fits(Person person)
    {
        var outside = await person.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("main p, main h1, main svg, main aside, .screen-ticker")]
              .filter((e) => !e.closest("[hidden]") && !e.closest("[data-ticker] ul") && e.getClientRects().length > 0)
              .filter((e) => { const r = e.getBoundingClientRect(); return r.width > 1 && (r.right > innerWidth + 1 || r.bottom > innerHeight + 1 || r.left < -1 || r.top < -1); })
              .map((e) => `${e.tagName} ${e.className.baseVal ?? e.className} ${JSON.stringify(e.getBoundingClientRect())}`)
            """
        );
        Assert.True(outside.Length == 0, string.Join('\n', outside));
    }
}
