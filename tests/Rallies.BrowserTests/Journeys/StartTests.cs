using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A town that has no rally gets one, from a phone and without a mouse.</summary>
public sealed class StartTests(DemoSite shared)
{
    public static TheoryData<Device, string> Starters => new() { { Device.Phone, "Goole" }, { Device.Phone.WithoutScript(), "Whitby" } };

    [Theory, MemberData(nameof(Starters))]
    public async Task Whoever_finds_no_rally_starts_one_by_keyboard_alone(Device device, string town)
    {
        var site = await shared.Running();
        await using var founder = await Person.With(device, site);
        await LooksFor(founder, town);
        await Expect(founder.Page.GetByRole(AriaRole.Main)).ToContainTextAsync($"No rally in {town} yet");

        await Starts(founder, town);
        await CanUse(founder);
        var key = await founder.Page.Locator("#owner-link").TextContentAsync();
        founder.SawNothingWrong();
        Assert.Empty(founder.Watch.Circuits);

        await using var owner = await Person.With(Device.Desktop, site);
        await owner.Opens(key!);
        await Expect(owner.Page).ToHaveURLAsync(new Regex("/organise$"));
        await Expect(owner.Page.GetByRole(AriaRole.Link, new() { Name = town })).ToBeVisibleAsync();
        owner.SawNothingWrong();

        await using var neighbour = await Person.With(device, site);
        await LooksFor(neighbour, town);
        await Expect(neighbour.Page.GetByRole(AriaRole.Heading, new() { Name = "Your rally" })).ToBeVisibleAsync();
        await neighbour.TabsTo(neighbour.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = town }).First);
        Assert.Equal(200, await neighbour.PressesEnter());
        await Expect(neighbour.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("By the clock tower");
        neighbour.SawNothingWrong();
        Assert.Empty(neighbour.Watch.Circuits);
    }

    private static async Task LooksFor(Person person, string town)
    {
        await person.Opens("/");
        await person.TabsToAndTypes(person.Page.GetByLabel("Which town are you in?"), town);
        Assert.Equal(200, await person.PressesEnter());
    }

    private static async Task Starts(Person founder, string town)
    {
        await founder.TabsTo(founder.Page.GetByRole(AriaRole.Link, new() { Name = $"Start one in {town}" }));
        await founder.PressesEnter();

        await Expect(Title(founder)).ToHaveTextAsync($"Where in {town}?");
        await CanUse(founder);
        await founder.NamesThePlace("By the clock tower");

        await Expect(Title(founder)).ToHaveTextAsync("How do we reach you?");
        await CanUse(founder);
        await founder.PutsOnTheMap(town, $"{town.ToLowerInvariant()}@example.org");
    }

    // axe is a script itself.
    private static Task CanUse(Person person) => person.Device.Script ? person.CanUseThePage() : Task.CompletedTask;

    private static ILocator Title(Person person) => person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
