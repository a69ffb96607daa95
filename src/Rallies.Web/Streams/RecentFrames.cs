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

    /// <summary>The frames that a board at this version missed; null when there are none, or some are no longer known.</summary>
    public StreamMessage? After(string day, long version)
    {
        if (!days.TryGetValue(day, out var recent))
            return null;
        Frame[] missed;
        lock (recent)
            missed = [.. recent.Where(f => f.Version > version)];
        if (missed.Length == 0 || missed[0].Since > version)
            return null;
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var frame in missed)
            bytes.Write(frame.Event.Span);
        return new(bytes.WrittenMemory, missed[^1].Version);
    }
}
