using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>
/// An evening in compressed time: the page's clock runs as fast as its timers can be worked off, and the hub tells it of a country
/// that counts. What the page holds is measured after a collection of garbage, as the browser's own tools do.
/// </summary>
internal sealed class LongNight
{
    private static readonly TimeSpan step = TimeSpan.FromSeconds(14); // below the 30 s after which SignalR takes a silent server for dead
    private const int FramesAStep = 2;
    private const int RowsAFrame = 12;

    private readonly Person viewer;
    private readonly List<IWebSocketRoute> hubs = [];
    private readonly List<string> towns;
    private readonly Dictionary<string, int> people;
    private DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private long version;

    private LongNight(Person viewer, JsonObject counts)
    {
        this.viewer = viewer;
        version = (long)counts["version"]!;
        people = counts["rallies"]!.AsArray().Where(r => (bool)r!["open"]!).ToDictionary(r => (string)r!["town"]!, r => (int)r!["high"]!);
        towns = [.. people.Keys];
    }

    /// <summary>What the total is to say at the end.</summary>
    public int High { get; private set; }

    public static async Task<LongNight> Before(Person viewer, RalliesSite site, string address)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var counts = JsonNode.Parse(await client.GetStringAsync("/api/v1/days/tonight/counts", TestContext.Current.CancellationToken))!;
        var night = new LongNight(viewer, counts.AsObject());
        // Without motion the ticker does not wait for its animation, which keeps to the real clock.
        await viewer.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await viewer.Page.Clock.InstallAsync(new() { TimeDate = night.now.UtcDateTime });
        await viewer.Page.RouteWebSocketAsync(
            hub => hub.Contains("/hubs/live", StringComparison.Ordinal),
            socket =>
            {
                socket.ConnectToServer();
                night.hubs.Add(socket);
            }
        );
        await viewer.Opens(address);
        await Expect(viewer.Page.Locator("[data-followed]")).ToBeAttachedAsync();
        return night;
    }

    public async Task GoesOnFor(TimeSpan time)
    {
        for (var gone = TimeSpan.Zero; gone < time; gone += step)
        {
            foreach (var hub in hubs)
                hub.Send("{\"type\":6}\u001e"); // the server is alive
            for (var frame = 0; frame < FramesAStep; frame++)
                Tell();
            now += step;
            await viewer.Page.Clock.RunForAsync((long)step.TotalMilliseconds);
        }
    }

    /// <summary>Nodes, listeners and bytes of the page's heap, after a collection.</summary>
    public async Task<Held> Holds()
    {
        var tools = await viewer.Page.Context.NewCDPSessionAsync(viewer.Page);
        await tools.SendAsync("HeapProfiler.enable");
        for (var turn = 0; turn < 3; turn++)
            await tools.SendAsync("HeapProfiler.collectGarbage");
        var counters = (await tools.SendAsync("Memory.getDOMCounters"))!.Value;
        var heap = (await tools.SendAsync("Runtime.getHeapUsage"))!.Value;
        await tools.DetachAsync();
        return new(
            counters.GetProperty("nodes").GetInt32(),
            counters.GetProperty("jsEventListeners").GetInt32(),
            heap.GetProperty("usedSize").GetDouble()
        );
    }

    private void Tell()
    {
        var since = version++;
        var turn = (int)(version % 100_000);
        var rows = Enumerable.Range(0, RowsAFrame).Select(n => towns[((turn * RowsAFrame) + n) % towns.Count]).ToList();
        foreach (var (n, town) in rows.Index())
            people[town] = Math.Max(0, people[town] + ((turn + (7 * n)) % 12) - 3); // more come than go
        High = people.Values.Sum();
        var frame = new
        {
            day = "tonight",
            since,
            version,
            asOf = now,
            total = new
            {
                low = High,
                high = High,
                entered = High,
                hereNow = High,
                peak = High,
                checkedIn = 0,
                pledged = 0,
                reporting = people.Count,
                live = people.Count,
                oldest = now,
            },
            rallies = rows.Select(town => new
            {
                town,
                version,
                kind = "counted",
                low = people[town],
                high = people[town],
                entered = people[town],
                hereNow = people[town],
                peak = people[town],
                doors = 1,
                asOf = now,
            }),
        };
        var message = JsonSerializer.Serialize(
            new
            {
                type = 1,
                target = "Counts",
                arguments = new[] { frame },
            }
        );
        foreach (var hub in hubs)
            hub.Send(message + '\u001e');
    }

    internal sealed record Held(int Nodes, int Listeners, double Bytes);
}
