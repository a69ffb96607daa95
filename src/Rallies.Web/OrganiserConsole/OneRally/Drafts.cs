using System.Security.Cryptography;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;

namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>Keeps what is being typed in the browser, sealed, so that a lost connection does not lose a text.</summary>
public sealed class Drafts(ProtectedLocalStorage storage)
{
    private (string Key, string Text)? waiting;
    private bool keeping;

    /// <summary>Texts that come while one is on its way are skipped for the newest.</summary>
    public async Task KeepAsync(string key, string text)
    {
        waiting = (key, text);
        if (keeping)
            return;
        keeping = true;
        try
        {
            while (waiting is { } next)
            {
                waiting = null;
                await storage.SetAsync(next.Key, next.Text);
            }
        }
        catch (JSException)
        {
            // The browser has no room or allows no storage: typing goes on without.
        }
        catch (JSDisconnectedException)
        {
            // The draft before this one is there.
        }
        finally
        {
            keeping = false;
        }
    }

    /// <summary>Null when there is none, or its key is gone.</summary>
    public async Task<string?> FindAsync(string key)
    {
        try
        {
            return (await storage.GetAsync<string>(key)).Value;
        }
        catch (Exception e) when (e is CryptographicException or JSException or JSDisconnectedException)
        {
            return null;
        }
    }

    public async Task ForgetAsync(string key)
    {
        try
        {
            waiting = null;
            await storage.DeleteAsync(key);
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException)
        {
            // It comes back once, and is then offered for what it is: an older text.
        }
    }
}
