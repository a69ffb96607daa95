using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A door's page in a steward's hand.</summary>
internal sealed class DoorPage(IPage page)
{
    public ILocator State => page.Locator("[data-part=state]");

    public ILocator Own => page.Locator("[data-part=own]");

    public static async Task<DoorPage> Opened(Person steward, Uri link, string name)
    {
        await steward.Opens(link);
        await steward.Page.GetByLabel("Name of the door").FillAsync(name);
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = "Start counting" }).ClickAsync();
        var door = new DoorPage(steward.Page);
        await Expect(door.State).ToContainTextAsync("Ready.");
        await door.IsTakenOver();
        return door;
    }

    public async Task Taps(params string[] buttons)
    {
        foreach (var button in buttons)
        {
            await page.Locator(".door-keys").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            // No thumb is as quick as a program: the page takes two presses in one breath for one.
            await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 70))");
        }
    }

    public async Task Shows(string here, string own)
    {
        await Expect(page.Locator("[data-part=here]")).ToHaveTextAsync(here);
        await Expect(Own).ToContainTextAsync(own);
    }

    /// <summary>Waits until the script counts: before it, the page's own forms do.</summary>
    public Task IsTakenOver() => Expect(Own).ToBeVisibleAsync();

    /// <summary>Waits until the phone has kept the page, as it does a moment after the first opening.</summary>
    public Task IsKept() =>
        page.EvaluateAsync(
            """
            async () => {
              const asked = (request) => new Promise((done, fail) => {
                request.onsuccess = () => done(request.result);
                request.onerror = () => fail(request.error);
              });
              const isLetIn = async () => {
                if (!(await indexedDB.databases()).some((database) => database.name === "rallies-door")) return false;
                const database = await asked(indexedDB.open("rallies-door"));
                const doors = await asked(database.transaction("doors").objectStore("doors").getAll());
                database.close();
                return doors.some((door) => door.token);
              };
              await navigator.serviceWorker.ready;
              while (!(await caches.match("/door/shell?lang=en")) || !(await isLetIn())) await new Promise((go) => setTimeout(go, 50));
            }
            """
        );

    /// <summary>As after a reboot: the page is gone without a word, and its address is opened anew.</summary>
    public async Task<DoorPage> KilledAndOpenedAgain(string address)
    {
        var fresh = await InAnotherTab(address);
        await page.CloseAsync();
        return fresh;
    }

    public async Task<DoorPage> InAnotherTab(string address)
    {
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(address);
        var door = new DoorPage(other);
        await door.IsTakenOver();
        return door;
    }

    /// <summary>A button that leads to no other page.</summary>
    public Task Presses(string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>What a person does who comes back to the page.</summary>
    public Task Looks() => page.EvaluateAsync("() => dispatchEvent(new Event('focus'))");

    public async Task ForgetsItsToken()
    {
        await Change("doors", "door => { delete door.token; return door; }");
        await page.ReloadAsync();
    }

    /// <summary>A phone whose clock was a day behind while it had no network.</summary>
    public async Task KeepsATapMadeYesterday()
    {
        await Taps("In");
        await Expect(State).ToContainTextAsync("Sent");
        await Change("taps", "tap => ({ ...tap, id: '0197a000-0000-7000-8000-000000000001', at: tap.at - 86400000, state: 'kept' })");
        await page.Locator("[data-undo]").ClickAsync();
        await page.WaitForFunctionAsync(
            """
            () => new Promise((done) => {
              const open = indexedDB.open("rallies-door");
              open.onsuccess = () => {
                open.result.transaction("taps").objectStore("taps").getAll().onsuccess = (event) => {
                  open.result.close();
                  done(event.target.result.some((tap) => tap.kind === "undo"));
                };
              };
            })
            """
        );
        await page.ReloadAsync();
    }

    private Task Change(string store, string change) =>
        page.EvaluateAsync(
            $$"""
            () => new Promise((done, fail) => {
              const open = indexedDB.open('rallies-door');
              open.onsuccess = () => {
                const transaction = open.result.transaction('{{store}}', 'readwrite');
                const store = transaction.objectStore('{{store}}');
                store.getAll().onsuccess = event => { for (const one of event.target.result) store.put(({{change}})(one)); };
                transaction.oncomplete = done;
                transaction.onerror = fail;
              };
            })
            """
        );
}

/// <summary>What everybody sees of Leeds.</summary>
internal static class CountedLeeds
{
    /// <summary>Here now, and who entered.</summary>
    public static async Task<(int HereNow, int Entered)> Leeds(this RalliesSite site)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var counts = await client.GetFromJsonAsync<JsonElement>("/api/v1/days/tonight/counts", TestContext.Current.CancellationToken);
        var leeds = counts.GetProperty("rallies").EnumerateArray().Single(r => r.GetProperty("town").GetString() == "leeds");
        return (leeds.GetProperty("hereNow").GetInt32(), leeds.GetProperty("entered").GetInt32());
    }
}
