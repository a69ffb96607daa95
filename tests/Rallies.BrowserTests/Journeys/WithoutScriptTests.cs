using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A phone that runs no script is good for everything that a visitor comes for.</summary>
public sealed class WithoutScriptTests(DemoSite shared)
{
    [Fact]
    public async Task Somebody_finds_a_rally_comes_withdraws_subscribes_and_reads_the_counts()
    {
        await using var visitor = await Person.With(Device.Phone.WithoutScript(), await shared.Running());
        var main = visitor.Page.GetByRole(AriaRole.Main);
        await visitor.Opens("/3rd-june");

        await visitor.Page.GetByLabel("Which town are you in?").FillAsync("York");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await main.GetByRole(AriaRole.Link, new() { Name = "York", Exact = true }).First.ClickAsync();
        await Expect(Title(visitor)).ToContainTextAsync("York");
        await Expect(main).ToContainTextAsync("Thu 3 June");

        await main.GetByRole(AriaRole.Link, new() { Name = "I’m coming" }).First.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "I’m coming" }).ClickAsync();
        await Expect(Title(visitor)).ToHaveTextAsync("See you there");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Expect(Title(visitor)).ToHaveTextAsync("You are not coming");

        await visitor.Opens("/calendar");
        await Expect(main.Locator("a[href$='.ics']").First).ToBeVisibleAsync();
        await visitor.Opens("/tonight/live");
        await Expect(visitor.Page.Locator("[data-total]")).ToHaveTextAsync(new Regex(@"\d"));
        await visitor.Opens("/tonight/york");
        await Expect(visitor.Page.Locator(".counted > .figure")).ToHaveTextAsync(new Regex(@"\d"));
        visitor.SawNothingWrong();
        Assert.Empty(visitor.Watch.Circuits);
    }

    private static ILocator Title(Person person) => person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
