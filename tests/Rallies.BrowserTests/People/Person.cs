using Microsoft.Playwright;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.People;

/// <summary>Somebody with a browser of their own: cookies, window, and a watch on what their pages do.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Person(IBrowserContext context, IPage page, Device device, Watch watch) =>
        (this.context, Page, Device, Watch) = (context, page, device, watch);

    public IPage Page { get; }

    public Watch Watch { get; }

    public Device Device { get; }

    /// <summary>A newcomer to the site; where the machine has no browser, the test is skipped.</summary>
    public static async Task<Person> With(Device device, RalliesSite site)
    {
        var chromium = await TestContext.Current.GetFixture<Chromium>();
        var context = await (await chromium!.Browser()).NewContextAsync(device.Options(site.Address));
        var watch = await Watch.Over(context, site.Address);
        return new(context, await context.NewPageAsync(), device, watch);
    }

    /// <summary>Goes to an address of the site, or to a full one, and answers the status.</summary>
    public async Task<int> Opens(string address) => (await Page.GotoAsync(address))!.Status;

    public Task<int> Opens(Uri address) => Opens(address.ToString());

    /// <summary>Takes what a private link gives into this browser, without looking at the page it leads to.</summary>
    public async Task Keeps(Uri privateLink)
    {
        var answer = await context.APIRequest.GetAsync(privateLink.ToString(), new() { MaxRedirects = 0 });
        Assert.Equal(303, answer.Status);
    }

    /// <summary>Loses the network, or finds it again.</summary>
    public Task GoesOffline(bool offline = true) => context.SetOfflineAsync(offline);

    /// <summary>Fails on what keeps people out: serious and critical findings of axe.</summary>
    public async Task CanUseThePage() => None(await AxeCheck.FindingsOn(Page));

    /// <summary>Fails on what cannot be read once the device, and the page with it, has turned dark.</summary>
    public async Task CanReadThePageAtNight()
    {
        // At once: half-way between two colours nothing can be measured.
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        None(await AxeCheck.FindingsOfContrastOn(Page));
    }

    /// <summary>Gives the page, as it stands, the width and height of another device, by day.</summary>
    public async Task SeesItOn(Device other)
    {
        await Page.SetViewportSizeAsync(other.Width, other.Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
    }

    /// <summary>Letters twice as large leave half the room: fails on what can then be read only by moving the page sideways (WCAG 1.4.4).</summary>
    public async Task SeesAllOfItInLettersTwiceAsLarge()
    {
        await Page.SetViewportSizeAsync(Device.Width / 2, Device.Height / 2);
        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => {
                const room = document.documentElement.clientWidth + 1;
                if (document.documentElement.scrollWidth <= room) return [];
                const isWide = (element) => element.getBoundingClientRect().right > room;
                return [...document.querySelectorAll("body *")].filter(isWide).slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
            }
            """
        );
        await Page.SetViewportSizeAsync(Device.Width, Device.Height);
        None(wide);
    }

    /// <summary>Fails on everything that their watch has noted.</summary>
    public void SawNothingWrong() => None(Watch.Complaints);

    /// <summary>Keeps a picture of the whole page in the folder that RALLIES_SCREENSHOTS names, if it does.</summary>
    public async Task Photographs(string name)
    {
        if (Environment.GetEnvironmentVariable("RALLIES_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Device.Name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // Assert.Empty would cut every sentence after fifty characters.
    private static void None(IReadOnlyList<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings));
}
