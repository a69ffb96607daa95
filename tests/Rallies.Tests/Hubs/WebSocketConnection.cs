using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Rallies.Tests.Hubs;

/// <summary>Two pipes on a WebSocket: what SignalR writes is sent, what arrives can be read.</summary>
internal sealed class WebSocketConnection : ConnectionContext
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);
    private readonly WebSocket socket;
    private readonly CancellationTokenSource closed = new();
    private readonly Task pumps;

    public WebSocketConnection(WebSocket socket)
    {
        this.socket = socket;
        var arriving = new Pipe();
        var leaving = new Pipe();
        Transport = new Duplex(arriving.Reader, leaving.Writer);
        ConnectionClosed = closed.Token;
        pumps = Task.WhenAll(Receive(arriving.Writer), Send(leaving.Reader));
    }

    public override string ConnectionId { get; set; } = $"{Guid.CreateVersion7():N}";
    public override IDuplexPipe Transport { get; set; }
    public override IFeatureCollection Features { get; } = new FeatureCollection();
    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override void Abort(ConnectionAbortedException abortReason) => socket.Abort();

    public override async ValueTask DisposeAsync()
    {
        await Transport.Output.CompleteAsync();
        try
        {
            await pumps.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            socket.Abort();
            await pumps;
        }
        socket.Dispose();
        closed.Dispose();
        await base.DisposeAsync();
    }

    private async Task Receive(PipeWriter arriving)
    {
        Exception? cut = null;
        try
        {
            while (
                await socket.ReceiveAsync(arriving.GetMemory(), CancellationToken.None)
                    is { MessageType: not WebSocketMessageType.Close } part
            )
            {
                arriving.Advance(part.Count);
                if ((await arriving.FlushAsync()).IsCompleted)
                    break;
            }
        }
        catch (Exception e) when (IsCut(e))
        {
            cut = e;
        }
        await arriving.CompleteAsync(cut);
        await closed.CancelAsync();
    }

    private async Task Send(PipeReader leaving)
    {
        try
        {
            for (var finished = false; !finished; )
            {
                var written = await leaving.ReadAsync();
                foreach (var segment in written.Buffer)
                    await socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);
                if (!written.Buffer.IsEmpty)
                    await socket.SendAsync(
                        ReadOnlyMemory<byte>.Empty,
                        WebSocketMessageType.Text,
                        endOfMessage: true,
                        CancellationToken.None
                    );
                leaving.AdvanceTo(written.Buffer.End);
                finished = written.IsCompleted;
            }
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception e) when (IsCut(e))
        {
            // The receiving side sees the cut too, and reports it.
        }
        await leaving.CompleteAsync();
    }

    private static bool IsCut(Exception e) =>
        e is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException;

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
