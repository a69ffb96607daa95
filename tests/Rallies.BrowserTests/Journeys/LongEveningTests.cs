using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A screen that stands for three hours, in compressed time: the hub is played here, thousands of frames through the page's own connection.</summary>
public sealed class LongEveningTests(DemoSite shared)
{
    private const char End = '\u001e';
    private const int Hours = 3;
    private const int StepSeconds = 10;
    private const int FramesAStep = 3;
    private const int Steps = Hours * 3600 / StepSeconds;
    private const int WarmUp = 120;

    [Theory]
    [InlineData("/tonight/leeds/screen")]
    [InlineData("/tonight/live?screen=1")]
    public async Task A_screen_stands_for_three_hours_without_growing(string screen)
    {
        var site = await shared.Running();
        await using var square = await Person.With(Device.Projector, site);
        await square.Keeps(await site.Printed("Steward"));
        var hub = new PlayedHub(await Snapshot(site));
        await square.Page.RouteWebSocketAsync("**/hubs/live*", hub.Take);
        await square.Page.Clock.InstallAsync();
        await square.Opens(screen);
        var browser = await square.Page.Context.NewCDPSessionAsync(square.Page);
        await browser.SendAsync("Performance.enable");

        var first = default(Size);
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < FramesAStep; i++)
                hub.Send();
            await square.Page.Clock.RunForAsync(StepSeconds * 1000);
            if (step % 6 == 0) // the names have gone round once, each minute
                await square.Page.EvaluateAsync(
                    "() => document.querySelector('[data-ticker] ul').dispatchEvent(new Event('animationiteration'))"
                );
            if (step == WarmUp)
                first = await Measure(browser);
        }
        var last = await Measure(browser);

        Assert.True(hub.Sent >= Steps * FramesAStep, $"Only {hub.Sent} frames were sent.");
        var shown = await square.Page.Locator("[data-total]").GetAttributeAsync("data-high");
        Assert.Equal(hub.High.ToString(CultureInfo.InvariantCulture), shown);
        Assert.True(last.Nodes <= first.Nodes * 1.02 + 20, $"{first.Nodes} nodes became {last.Nodes}.");
        Assert.True(last.Listeners <= first.Listeners + 5, $"{first.Listeners} listeners became {last.Listeners}.");
        Assert.True(last.Heap <= first.Heap * 1.15 + 500_000, $"{first.Heap} bytes became {last.Heap}.");
        TestContext.Current.SendDiagnosticMessage($"{screen}: {hub.Sent} frames, {first} to {last}");
        square.SawNothingWrong();
    }

    private static async Task<JsonElement> Snapshot(RalliesSite site)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var text = await client.GetStringAsync("/api/v1/days/tonight/counts", TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<Size> Measure(ICDPSession browser)
    {
        await browser.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await browser.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        double Of(string name) =>
            metrics.EnumerateArray().Single(m => m.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
        return new(Of("Nodes"), Of("JSEventListeners"), Of("JSHeapUsedSize"));
    }

    private readonly record struct Size(double Nodes, double Listeners, double Heap);

    /// <summary>The hub as the site plays it: answers Watch with a snapshot, and sends frames to whoever is connected.</summary>
    private sealed class PlayedHub(JsonElement snapshot)
    {
        private readonly List<IWebSocketRoute> pages = [];
        private readonly string[] towns =
        [
            .. snapshot.GetProperty("rallies").EnumerateArray().Select(r => r.GetProperty("town").GetString()!),
        ];
        private long version = snapshot.GetProperty("version").GetInt64();

        public int Sent { get; private set; }
        public int High { get; private set; } = snapshot.GetProperty("total").GetProperty("high").GetInt32();

        public void Take(IWebSocketRoute page) =>
            page.OnMessage(frame =>
            {
                foreach (var text in frame.Text!.Split(End, StringSplitOptions.RemoveEmptyEntries))
                    Answer(page, JsonDocument.Parse(text).RootElement);
            });

        public void Send()
        {
            var since = version++;
            High += 3;
            var total = JsonSerializer.Deserialize<Dictionary<string, object?>>(snapshot.GetProperty("total"))!;
            (total["low"], total["high"]) = (High, High);
            var at = DateTimeOffset.UnixEpoch.AddMilliseconds(version).ToString("O", CultureInfo.InvariantCulture);
            var row = new Dictionary<string, object?>
            {
                ["town"] = towns[Sent % towns.Length],
                ["version"] = version,
                ["kind"] = "counted",
                ["low"] = Sent,
                ["high"] = Sent,
                ["doors"] = 1 + Sent % 3,
                ["asOf"] = at,
            };
            var frame = new
            {
                day = "tonight",
                since,
                version,
                asOf = at,
                total,
                rallies = new[] { row },
            };
            Say(
                new
                {
                    type = 1,
                    target = "Counts",
                    arguments = new[] { frame },
                }
            );
            var speaking = new
            {
                day = "tonight",
                town = "leeds",
                now = $"Speaker {Sent % 7}",
                next = $"Speaker {Sent % 7 + 1}",
                lateMinutes = Sent % 9,
            };
            Say(
                new
                {
                    type = 1,
                    target = "Speaking",
                    arguments = new[] { speaking },
                }
            );
            Sent++;
        }

        private void Answer(IWebSocketRoute page, JsonElement asked)
        {
            if (asked.TryGetProperty("protocol", out _))
            {
                pages.Add(page);
                page.Send($"{{}}{End}");
            }
            else if (asked.TryGetProperty("target", out var target) && target.GetString() == "Watch")
            {
                var held = JsonSerializer.Deserialize<Dictionary<string, object?>>(snapshot)!;
                held["version"] = version;
                page.Send(
                    JsonSerializer.Serialize(
                        new
                        {
                            type = 3,
                            invocationId = asked.GetProperty("invocationId").GetString(),
                            result = held,
                        }
                    ) + End
                );
            }
        }

        private void Say(object message)
        {
            var text = JsonSerializer.Serialize(message) + End;
            foreach (var page in pages.ToList())
                page.Send(text);
        }
    }
}
