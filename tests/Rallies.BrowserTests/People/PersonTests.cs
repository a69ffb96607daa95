using Microsoft.Playwright;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.People;

/// <summary>The watch and the axe check are themselves watched: a page with everything wrong must not pass.</summary>
public sealed class PersonTests(DemoSite site)
{
    [Fact]
    public async Task A_bad_page_is_noticed_in_every_respect()
    {
        await using var visitor = await Person.With(Device.Phone, await site.Running());
        await Serves(
            visitor,
            """
            <!doctype html><title>Bad</title><img src="https://tracker.example/pixel.png">
            <script nonce="ours">
              new WebSocket(location.origin.replace("http", "ws") + "/_blazor?id=1").onerror = () => document.body.append("tried");
              setTimeout(() => { throw new Error("broken on purpose"); });
            </script>
            <script>document.title = "inline script ran";</script>
            """
        );

        await visitor.Opens("/bad");
        await visitor.Page.GetByText("tried").WaitForAsync();

        var complaints = string.Join('\n', visitor.Watch.Complaints);
        Assert.Contains("Another origin was asked: https://tracker.example/pixel.png", complaints);
        Assert.Contains("The policy was broken: script-src-elem inline", complaints);
        Assert.Contains("broken on purpose", complaints);
        Assert.Contains("The console says: ", complaints);
        Assert.Single(visitor.Watch.Circuits);
        Assert.Equal("Bad", await visitor.Page.TitleAsync());
        var findings = await AxeCheck.FindingsOn(visitor.Page);
        Assert.Equal(["html-has-lang", "image-alt"], findings.Select(finding => finding.Split(' ')[0]).Order());
    }

    [Fact]
    public async Task A_good_page_is_left_alone()
    {
        await using var visitor = await Person.With(Device.Desktop, await site.Running());
        await Serves(visitor, """<!doctype html><html lang="en-GB"><title>Good</title><main><h1>3 June, 6pm</h1></main></html>""");

        await visitor.Opens("/good");

        visitor.SawNothingWrong();
        await visitor.CanUseThePage();
        Assert.Empty(visitor.Watch.Circuits);
    }

    [Fact]
    public async Task A_device_is_what_it_says()
    {
        await using var visitor = await Person.With(Device.Phone.InTheDark().WithoutScript().Speaking("cy"), await site.Running());
        await Serves(
            visitor,
            """
            <!doctype html><title>Plain</title><style>p { display: none } @media (prefers-color-scheme: dark) { .dark { display: block } }</style>
            <p class="dark">dark</p><script nonce="ours">document.title = "Scripted";</script>
            """
        );

        await visitor.Opens("/plain");

        await Assertions.Expect(visitor.Page.GetByText("dark")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page).ToHaveTitleAsync("Plain");
        Assert.Equal(390, visitor.Page.ViewportSize!.Width);
    }

    private static async Task Serves(Person visitor, string html) =>
        await visitor.Page.RouteAsync(
            "**/{bad,good,plain}",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html; charset=utf-8",
                        Headers = [new("Content-Security-Policy", "script-src 'nonce-ours'")],
                        Body = html,
                    }
                )
        );
}
