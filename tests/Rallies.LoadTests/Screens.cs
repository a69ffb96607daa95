using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rallies.LoadTests;

/// <summary>Thousands of viewers in this process, and when each frame reached the first and the last of them.</summary>
internal sealed class Screens(int count) : IAsyncDisposable
{
    private const int ConnectingAtOnce = 100;
    private readonly Screen[] screens = new Screen[count];
    private readonly ConcurrentDictionary<long, Arrival> frames = new();
    private Timer? pings;
    private int snapshots;
    private int lost;
    private long delivered;
    private long bytes;

    public int Count => count;
    public int LostSoFar => Volatile.Read(ref lost);
    public long Delivered => Interlocked.Read(ref delivered);
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>From the first screen that saw a frame to each other one.</summary>
    public Delays Spread { get; private set; } = new();

    public void Forget()
    {
        Spread = new();
        frames.Clear();
        (delivered, bytes) = (0, 0);
    }

    public Task WatchStreamAsync(int port, string path) => OpenAsync(screen => screen.WatchStreamAsync(port, path));

    public async Task WatchHubAsync(int port, string path, string watch)
    {
        await OpenAsync(screen => screen.WatchHubAsync(port, path, watch));
        pings = new Timer(_ => Array.ForEach(screens, s => s.Ping()), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
    }

    /// <summary>When the last screen of all saw it; null while some have not.</summary>
    public long? LastSaw(long version) =>
        frames.TryGetValue(version, out var arrival) && arrival.Count >= count - LostSoFar ? arrival.Last : null;

    public void Saw(long since, long version)
    {
        if (since == 0)
        {
            Interlocked.Increment(ref snapshots);
            return;
        }
        var now = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref delivered);
        var arrival = frames.GetOrAdd(version, static (_, first) => new Arrival(first), now);
        arrival.Note(now);
        Spread.Add(Stopwatch.GetElapsedTime(arrival.First, now));
    }

    public void Received(int octets) => Interlocked.Add(ref bytes, octets);

    public void Lost() => Interlocked.Increment(ref lost);

    public async ValueTask DisposeAsync()
    {
        if (pings is not null)
            await pings.DisposeAsync();
        foreach (var screen in screens)
            screen?.Dispose();
    }

    private async Task OpenAsync(Func<Screen, Task> watch)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, ConnectingAtOnce).Select(_ => Task.Run(ConnectAsync)));
        for (var patience = 0; Volatile.Read(ref snapshots) < count && patience < 600; patience++)
            await Task.Delay(100);
        if (snapshots < count)
            Report.Note($"only {snapshots} of {count} screens got their snapshot, {lost} were cut off");

        async Task ConnectAsync()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count; )
            {
                screens[i] = new Screen(this);
                await watch(screens[i]);
            }
        }
    }

    private sealed class Arrival(long first)
    {
        private long last = first;
        private int count;

        public long First { get; } = first;
        public long Last => Interlocked.Read(ref last);
        public int Count => Volatile.Read(ref count);

        public void Note(long now)
        {
            Interlocked.Increment(ref count);
            for (long known; (known = Interlocked.Read(ref last)) < now; )
                if (Interlocked.CompareExchange(ref last, now, known) == known)
                    return;
        }
    }
}
