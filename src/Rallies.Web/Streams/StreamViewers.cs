using System.Collections.Concurrent;
using Rallies.Web.Hubs;
using Rallies.Web.Live;

namespace Rallies.Web.Streams;

/// <summary>Everybody who watches over the stream, by what they hear. Sending goes round once and waits for nobody.</summary>
internal sealed class StreamViewers(FrameMaker frames, TimeProvider clock)
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
    /// <param name="bytes">Made when there is anybody to hear them.</param>
    public void Send(string group, Func<ReadOnlyMemory<byte>> bytes)
    {
        if (!groups.TryGetValue(group, out var viewers) || viewers.IsEmpty)
            return;
        var message = bytes();
        foreach (var (viewer, _) in viewers)
            viewer.Send(message);
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
    public ReadOnlyMemory<byte>? SnapshotFor(StreamViewer viewer)
    {
        if (frames.Find(viewer.Day) is not { } board)
            return null;
        return viewer.Town is { } town ? StreamEvent.Of(Frame.Of(board, town)) : board.Snapshot.Event;
    }

    public void CountDropped() => Interlocked.Increment(ref dropped);

    private IEnumerable<StreamViewer> All() => groups.Values.SelectMany(group => group).Select(entry => entry.Key);

    private ConcurrentDictionary<StreamViewer, byte> GroupOf(StreamViewer viewer) =>
        groups.GetOrAdd(
            viewer.Town is { } town ? LiveGroups.Town(viewer.Day, town) : LiveGroups.Board(viewer.Day),
            _ => new ConcurrentDictionary<StreamViewer, byte>()
        );
}
