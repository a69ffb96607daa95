using System.Collections.Concurrent;
using Rallies.Web.Hubs;
using Rallies.Web.Live;

namespace Rallies.Web.Streams;

/// <summary>
/// Everybody who watches over the stream, by what they hear. Messages go round one after another, in slices between which others have
/// their turn: a check-in waits for a slice and not for a crowd. They wait for no viewer.
/// </summary>
internal sealed partial class StreamViewers(FrameMaker frames, RecentFrames recent, TimeProvider clock, ILogger<StreamViewers> logger)
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(1); // of the processor's, whatever the site's clock shows
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<StreamViewer, byte>> groups = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private Task last = Task.CompletedTask;
    private int count;
    private long dropped;
    private long spoken;

    /// <summary>Viewers told in one go: some milliseconds.</summary>
    public int Slice { get; init; } = 200;

    /// <summary>One processor writes to so many in less than half of the time between two frames; a greater crowd is told by several.</summary>
    public int MostOfOne { get; init; } = 8_000;

    public int Count => Volatile.Read(ref count);

    /// <summary>Cut off since the start because they took nothing in.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>The number of the announcement that was last handed over to be sent.</summary>
    public long Spoken => Interlocked.Read(ref spoken);

    public long NextSpoken() => Interlocked.Increment(ref spoken);

    /// <summary>Runs forward only.</summary>
    public TimeSpan Time => clock.GetElapsedTime(start);

    public void Add(StreamViewer viewer)
    {
        GroupOf(viewer).TryAdd(viewer, 0);
        Interlocked.Increment(ref count);
    }

    public void Remove(StreamViewer viewer)
    {
        if (GroupOf(viewer).TryRemove(viewer, out _))
            Interlocked.Decrement(ref count);
    }

    /// <summary>Everybody hears messages in the order of these calls. Ends when all have been told.</summary>
    public Task SendAsync(IEnumerable<GroupMessage> messages)
    {
        lock (gate)
        {
            var before = last;
            return last = Task.Run(() => SendAfterAsync(before, messages));
        }
    }

    public Task PingAsync() => SendAsync(groups.Keys.Select(group => new GroupMessage(group, () => StreamEvent.Ping)));

    public void EndAll()
    {
        foreach (var viewer in groups.Values.SelectMany(group => group).Select(entry => entry.Key))
            viewer.End();
    }

    /// <summary>Null when the day has gone.</summary>
    public StreamMessage? SnapshotFor(StreamViewer viewer)
    {
        if (frames.Find(viewer.Day) is not { } board)
            return null;
        return viewer.Town is { } town
            ? new(StreamEvent.Of(Frame.Of(board, town)), board.Version)
            : new(board.Snapshot.Event, board.Version);
    }

    /// <summary>What somebody at this version has missed, in as few bytes as there are; null when that is nothing.</summary>
    public StreamMessage? MissedBy(StreamViewer viewer, long version)
    {
        if (SnapshotFor(viewer) is not { } snapshot || snapshot.Version <= version)
            return null;
        return viewer.Town is null && recent.After(viewer.Day, version) is { } missed && missed.Bytes.Length < snapshot.Bytes.Length
            ? missed
            : snapshot;
    }

    public void CountDropped() => Interlocked.Increment(ref dropped);

    private async Task SendAfterAsync(Task before, IEnumerable<GroupMessage> messages)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whoever sent it was told
        var heard = new List<Heard>();
        foreach (var (group, make) in messages)
            if (groups.TryGetValue(group, out var viewers) && !viewers.IsEmpty)
                heard.Add(new(viewers, make()));
        if (heard.Count == 0)
            return;
        var loops = Math.Min(Environment.ProcessorCount, 1 + Count / MostOfOne);
        await Parallel.ForEachAsync(
            heard.SelectMany(h => h.Viewers, (h, viewer) => (viewer.Key, h.Message)).Chunk(Slice),
            new ParallelOptions { MaxDegreeOfParallelism = loops },
            async (slice, _) =>
            {
                foreach (var (viewer, message) in slice)
                    Send(viewer, message);
                if (slice.Length < Slice)
                    return;
                if (loops == 1)
                    await Task.Delay(pause, CancellationToken.None);
                else
                    await Task.Yield(); // there is no time to lose
            }
        );
    }

    private void Send(StreamViewer viewer, StreamMessage message)
    {
        try
        {
            viewer.Send(message);
        }
        catch (Exception e)
        {
            viewer.End();
            LogFailure(e);
        }
    }

    private ConcurrentDictionary<StreamViewer, byte> GroupOf(StreamViewer viewer) =>
        groups.GetOrAdd(
            viewer.Town is { } town ? LiveGroups.Town(viewer.Day, town) : LiveGroups.Board(viewer.Day),
            _ => new ConcurrentDictionary<StreamViewer, byte>()
        );

    [LoggerMessage(Level = LogLevel.Error, Message = "A stream failed and was ended; the others were told.")]
    private partial void LogFailure(Exception exception);

    private readonly record struct Heard(ConcurrentDictionary<StreamViewer, byte> Viewers, StreamMessage Message);
}
