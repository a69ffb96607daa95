using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>Somebody says they come, on a phone.</summary>
public sealed class PledgeTests(DemoSite shared)
{
    [Fact]
    public async Task Somebody_says_they_come_withdraws_and_comes_after_all()
    {
        var site = await shared.Running();
        await using var person = await Person.With(Device.Phone.InTheDark(), site);
        await person.Opens("/3rd-june/cardiff/pledge");
        await person.CanUseThePage();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "I’m coming" }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("See you there");
        Assert.Contains("/p/", person.Page.Url, StringComparison.Ordinal);
        await person.CanUseThePage();

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();

        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("You are not coming");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "I’m coming after all" }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("See you there");
        person.SawNothingWrong();
    }
}
