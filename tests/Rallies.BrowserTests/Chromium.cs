using Microsoft.Playwright;
using Rallies.BrowserTests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Rallies.BrowserTests;

/// <summary>The one browser of a test run, started when a test first opens a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Variable = "RALLIES_CHROMIUM";

    // No quic and no background work: a test counts the requests that leave the site's origin.
    private static readonly string[] flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> running = new(Start);

    private static string? Executable { get; } =
        ChromiumFinder.Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>The browser; where the machine has none, the test is skipped.</summary>
    public async Task<IBrowser> Browser()
    {
        Assert.SkipWhen(Executable is null, $"Chromium was not found: install it (Debian: chromium), or name one in {Variable}");
        return (await running.Value).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            return;
        var (driver, browser) = await running.Value;
        await browser.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> Start()
    {
        var driver = await Playwright.CreateAsync();
        // Expectations are met as soon as they hold; only a busy machine takes this long (milliseconds).
        Assertions.SetDefaultExpectTimeout(20_000);
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = flags }));
    }
}
