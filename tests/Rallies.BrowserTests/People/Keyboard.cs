using Microsoft.Playwright;

namespace Rallies.BrowserTests.People;

/// <summary>Goes through a page as somebody does who uses no mouse.</summary>
internal static class Keyboard
{
    private const int MostTabs = 60;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

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
        var status = 0;
        var loaded = new TaskCompletionSource();
        void Note(object? sender, IResponse answer) => status = answer.Request.IsNavigationRequest ? answer.Status : status;
        void Finish(object? sender, IPage page) => loaded.TrySetResult();
        person.Page.Response += Note;
        person.Page.Load += Finish;
        try
        {
            await person.Page.Keyboard.PressAsync("Enter");
            await loaded.Task.WaitAsync(patience);
        }
        finally
        {
            person.Page.Response -= Note;
            person.Page.Load -= Finish;
        }
        return status;
    }

    /// <summary>Answers the status of the page that comes.</summary>
    public static async Task<int> PressesButton(this Person person, string name)
    {
        await person.TabsTo(person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
        return await person.PressesEnter();
    }
}
