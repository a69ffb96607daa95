using System.Collections.Concurrent;
using Rallies.Web.Hubs;
using Rallies.Web.Live;

namespace Rallies.Web.Streams;

/// <summary>Everybody who watches over the stream, by what they hear. Sending goes round once and waits for nobody.</summary>
internal sealed class StreamViewers(FrameMaker frames, RecentFrames recent, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<StreamViewer, byte>> groups = new(StringComparer.Ordinal);
    private readonly long start = clock.GetTimestamp();
    private int count;
    private long dropped;

    public int Count => Volatile.Read(ref count);

    /// <summary>Cut off since the start because they took nothing in.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

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

    /// <param name="group">As the hub calls it: <see cref="LiveGroups"/>.</param>
    /// <param name="message">Made when there is anybody to hear it.</param>
    public void Send(string group, Func<StreamMessage> message)
    {
        if (!groups.TryGetValue(group, out var viewers) || viewers.IsEmpty)
            return;
        var made = message();
        foreach (var (viewer, _) in viewers)
            viewer.Send(made);
    }

    public void Ping()
    {
        foreach (var viewer in All())
            viewer.Send(StreamEvent.Ping);
    }

    public void EndAll()
    {
        foreach (var viewer in All())
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

    private IEnumerable<StreamViewer> All() => groups.Values.SelectMany(group => group).Select(entry => entry.Key);

    private ConcurrentDictionary<StreamViewer, byte> GroupOf(StreamViewer viewer) =>
        groups.GetOrAdd(
            viewer.Town is { } town ? LiveGroups.Town(viewer.Day, town) : LiveGroups.Board(viewer.Day),
            _ => new ConcurrentDictionary<StreamViewer, byte>()
        );
}
