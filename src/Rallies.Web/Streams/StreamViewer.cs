using System.IO.Pipelines;

namespace Rallies.Web.Streams;

/// <summary>
/// Somebody who watches over the stream. One write is on its way at most; what comes meanwhile is not kept, and the latest snapshot is
/// sent instead once the network takes bytes again. Whoever takes none for half a minute is dropped.
/// </summary>
internal sealed class StreamViewer(HttpContext http, StreamViewers viewers, string day, string? town)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly PipeWriter body = http.Response.BodyWriter;
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan? busySince;
    private bool isBehind;

    public string Day => day;
    public string? Town => town;

    /// <summary>Ends when this viewer has gone, was dropped, or the site stops.</summary>
    public Task Over => over.Task;

    /// <summary>Keeps back what others send until <see cref="Begin"/>.</summary>
    public void Wait() => busySince = viewers.Time;

    /// <summary>The first bytes; what came since <see cref="Wait"/> follows.</summary>
    public void Begin(ReadOnlyMemory<byte> bytes)
    {
        lock (body)
        {
            busySince = null;
            Write(bytes);
            if (busySince is null)
                CatchUp();
        }
    }

    /// <summary>Never waits.</summary>
    public void Send(ReadOnlyMemory<byte> bytes)
    {
        lock (body)
        {
            if (busySince is null)
            {
                Write(bytes);
                return;
            }
            isBehind |= !bytes.Equals(StreamEvent.Ping);
            if (viewers.Time - busySince > patience)
                Drop();
        }
    }

    public void End() => over.TrySetResult();

    private void Write(ReadOnlyMemory<byte> bytes)
    {
        var write = body.WriteAsync(bytes);
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
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            End(); // gone in mid-write
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
        if (!isBehind || over.Task.IsCompleted)
            return;
        isBehind = false;
        if (viewers.SnapshotFor(this) is { } snapshot)
            Write(snapshot);
    }

    private void Drop()
    {
        if (!over.TrySetResult())
            return;
        viewers.CountDropped();
        http.Abort();
    }
}
