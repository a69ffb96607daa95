using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Rallies.Web.OrganiserConsole;

/// <summary>The few things only the browser can do: focus, dialogs, the clipboard. A browser that is gone is no error.</summary>
public sealed class ConsoleScript(IJSRuntime browser) : IAsyncDisposable
{
    private const string Path = "./assets/console.js";
    private IJSObjectReference? module;

    public Task FocusAsync(string id) => CallAsync("focus", id);

    public Task OpenAsync(ElementReference dialog) => CallAsync("open", dialog);

    public Task CloseAsync(ElementReference dialog) => CallAsync("close", dialog);

    /// <summary>False when the browser does not allow it; the text is then to be copied by hand.</summary>
    public Task<bool> CopyAsync(string text) => AskAsync("copy", text);

    public Task<bool> ConfirmAsync(string question) => AskAsync("ask", question);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }

    private async Task CallAsync(string function, object argument)
    {
        try
        {
            await (await ModuleAsync()).InvokeVoidAsync(function, argument);
        }
        catch (JSDisconnectedException)
        {
            // Nobody is left to see it.
        }
    }

    private async Task<bool> AskAsync(string function, string argument)
    {
        try
        {
            return await (await ModuleAsync()).InvokeAsync<bool>(function, argument);
        }
        catch (JSDisconnectedException)
        {
            return false;
        }
    }

    private async Task<IJSObjectReference> ModuleAsync() => module ??= await browser.InvokeAsync<IJSObjectReference>("import", Path);
}
