using System.Buffers;
using System.IO.Pipelines;

namespace Rallies.Web.Streams;

/// <summary>
/// Somebody who watches over the stream. One write is on its way at most. Frames that come meanwhile are not kept: what was missed is
/// sent once the network takes bytes again, as frames or, where that is shorter, as a snapshot. What was said meanwhile is kept, a
/// little of it. Whoever takes no bytes for half a minute is dropped.
/// </summary>
internal sealed class StreamViewer(HttpContext http, StreamViewers viewers, string day, string? town)
{
    private const int MostSpoken = 16;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly PipeWriter body = http.Response.BodyWriter;
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<ReadOnlyMemory<byte>>? spoken;
    private TimeSpan? busySince;
    private bool isBehind;
    private long seen; // the version of the last frame on its way
    private long told; // announcements up to this number were told at the beginning

    public string Day => day;
    public string? Town => town;

    /// <summary>Ends when this viewer has gone, was dropped, or the site stops.</summary>
    public Task Over => over.Task;

    /// <summary>Keeps back what others send until <see cref="Begin"/>, but for announcements up to this number: those are told then.</summary>
    public void Wait(long spoken) => (busySince, told) = (viewers.Time, spoken);

    /// <summary>The first bytes, and what was said before; what came since <see cref="Wait"/> follows.</summary>
    public void Begin(StreamMessage first, ReadOnlyMemory<byte> standing = default)
    {
        lock (body)
        {
            busySince = null;
            seen = first.Version;
            Write(first.Bytes);
            if (standing.Length > 0)
                (spoken ??= []).Insert(0, standing);
            if (busySince is null)
                CatchUp();
        }
    }

    /// <summary>Never waits.</summary>
    public void Send(StreamMessage message)
    {
        lock (body)
        {
            if (message.IsFrame ? message.Version <= seen : message.Spoken > 0 && message.Spoken <= told)
                return; // caught up on already
            if (busySince is null)
            {
                seen = Math.Max(seen, message.Version);
                Write(message.Bytes);
                return;
            }
            if (message.IsFrame)
                isBehind = true;
            else if (message != StreamEvent.Ping && (spoken ??= []).Count < MostSpoken)
                spoken.Add(message.Bytes);
            if (viewers.Time - busySince > patience)
                Drop();
        }
    }

    /// <summary>Nothing is written any more once this has returned: the connection may be another's by then.</summary>
    public void End()
    {
        lock (body)
            over.TrySetResult();
    }

    private void Write(ReadOnlyMemory<byte> bytes)
    {
        if (over.Task.IsCompleted)
            return;
        ValueTask<FlushResult> write;
        try
        {
            write = body.WriteAsync(bytes);
        }
        catch (Exception e) when (IsGone(e))
        {
            End();
            return;
        }
        if (write.IsCompletedSuccessfully)
            return;
        busySince = viewers.Time;
        _ = FinishAsync(write.AsTask());
    }

    private async Task FinishAsync(Task<FlushResult> write)
    {
        try
        {
            await write;
        }
        catch (Exception e) when (IsGone(e))
        {
            End(); // in mid-write
            return;
        }
        lock (body)
        {
            busySince = null;
            CatchUp();
        }
    }

    private void CatchUp()
    {
        if (over.Task.IsCompleted || (!isBehind && spoken is null))
            return;
        var bytes = new ArrayBufferWriter<byte>();
        if (isBehind && viewers.MissedBy(this, seen) is { } missed)
        {
            seen = missed.Version;
            bytes.Write(missed.Bytes.Span);
        }
        foreach (var said in spoken ?? [])
            bytes.Write(said.Span);
        (isBehind, spoken) = (false, null);
        if (bytes.WrittenCount > 0)
            Write(bytes.WrittenMemory);
    }

    private void Drop()
    {
        if (!over.TrySetResult())
            return;
        viewers.CountDropped();
        http.Abort();
    }

    private static bool IsGone(Exception e) => e is IOException or OperationCanceledException or InvalidOperationException;
}
