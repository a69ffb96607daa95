using System.Diagnostics;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>The three screens on which a rally is started, as somebody goes through them without a mouse.</summary>
internal static class StartForm
{
    // A form that is sent within two seconds is asked for once more, as a program's would be. People press again while they are asked to.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    public static Task<int> CarriesOn(this Person person) => person.PressesButton("Carry on");

    public static async Task NamesThePlace(this Person person, string place)
    {
        await person.TabsToAndTypes(person.Page.GetByLabel("The place people know"), place);
        await person.CarriesOn();
    }

    public static async Task PutsOnTheMap(this Person person, string town, string address)
    {
        await person.TabsToAndTypes(person.Page.GetByLabel("Your mail address"), address);
        var pressing = Stopwatch.StartNew();
        while (await person.PressesButton($"Put {town} on the map") == 422)
        {
            await Expect(person.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Press the button once more");
            Assert.True(pressing.Elapsed < patience, "The form was asked for again and again");
        }
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"{town} is on the map");
    }
}
