using Microsoft.Playwright;

namespace Rallies.BrowserTests.People;

/// <summary>Goes through a page as somebody does who uses no mouse.</summary>
internal static class Keyboard
{
    private const int MostTabs = 60;

    /// <summary>Presses Tab until something has the focus; fails where it never gets it.</summary>
    public static async Task TabsTo(this Person person, ILocator there)
    {
        await Assertions.Expect(there).ToBeVisibleAsync();
        for (var tabs = 0; !await there.EvaluateAsync<bool>("e => e === document.activeElement"); tabs++)
        {
            Assert.True(tabs < MostTabs, $"No key leads to {there}");
            await person.Page.Keyboard.PressAsync("Tab");
        }
    }

    public static async Task TabsToAndTypes(this Person person, ILocator there, string words)
    {
        await person.TabsTo(there);
        await person.Page.Keyboard.TypeAsync(words);
    }

    /// <summary>Sends the form, or follows the link, that has the focus; answers the status of the page that comes.</summary>
    public static async Task<int> PressesEnter(this Person person)
    {
        var page = await person.Page.RunAndWaitForResponseAsync(
            () => person.Page.Keyboard.PressAsync("Enter"),
            answer => answer.Request.IsNavigationRequest && answer.Status is not (>= 300 and < 400)
        );
        await person.Page.WaitForLoadStateAsync();
        return page.Status;
    }
}
