using System.Buffers;
using System.Collections.Concurrent;
using Rallies.Web.Live;

namespace Rallies.Web.Streams;

/// <summary>The last half minute of each day's frames, for boards whose connection broke: they are told what they missed.</summary>
internal sealed class RecentFrames
{
    private const int Most = 120;
    private readonly ConcurrentDictionary<string, Queue<Frame>> days = new(StringComparer.Ordinal);

    public void Add(Frame frame)
    {
        var recent = days.GetOrAdd(frame.Day, _ => new Queue<Frame>());
        lock (recent)
        {
            recent.Enqueue(frame);
            if (recent.Count > Most)
                recent.Dequeue();
        }
    }

    /// <summary>What a board at this version missed, perhaps nothing; null when that is not known, and it needs a snapshot.</summary>
    public ReadOnlyMemory<byte>? After(long version, DayBoard shown)
    {
        if (version > shown.Version)
            return null;
        Frame[] missed = [];
        long? last = null;
        if (days.TryGetValue(shown.Day, out var recent))
            lock (recent)
            {
                missed = [.. recent.Where(f => f.Version > version)];
                last = recent.LastOrDefault()?.Version;
            }
        if (missed.Length == 0)
            return version == shown.Version || last <= version ? ReadOnlyMemory<byte>.Empty : (ReadOnlyMemory<byte>?)null;
        if (missed[0].Since > version)
            return null;
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var frame in missed)
            bytes.Write(frame.Event.Span);
        return bytes.WrittenMemory;
    }
}
