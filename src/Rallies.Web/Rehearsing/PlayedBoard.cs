using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Rallies.Web.Demo;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// Somebody who watches the national board through the hub, as SignalR's JSON protocol over a WebSocket without negotiation, and how
/// long after a tap they see it. Comes back when the site restarts.
/// </summary>
internal sealed class PlayedBoard(Uri site, string day, TimeProvider time)
{
    private const byte End = 0x1E; // SignalR's record separator
    private readonly ConcurrentQueue<(long Version, long Since)> expected = new();
    private readonly ConcurrentBag<TimeSpan> delays = [];
    private readonly Dice dice = new(day);
    private long version;

    /// <summary>From a request's beginning to the frame that shows it.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. delays.Order()];

    /// <summary>Times the connection was lost.</summary>
    public int Lost { get; private set; }

    /// <summary>A request that took so long has been answered: the board is to reach its version.</summary>
    public void Expect(long answered, TimeSpan took)
    {
        var since = time.GetTimestamp() - (long)(took.TotalSeconds * time.TimestampFrequency);
        expected.Enqueue((answered, since));
        See(Interlocked.Read(ref version));
    }

    /// <summary>Watches until it is cancelled.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(cancellation);
            }
            catch (Exception e) when (e is WebSocketException or JsonException or HttpRequestException)
            {
                Lost++;
                await Task.Delay(TimeSpan.FromMilliseconds(dice.Between(500, 1500)), cancellation);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(new Uri(site, Addresses.LiveHub)) { Scheme = site.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" };
        await socket.ConnectAsync(address.Uri, cancellation);
        await SayAsync(socket, new { protocol = "json", version = 1 }, cancellation);
        await SayAsync(
            socket,
            new
            {
                type = 1,
                invocationId = "1",
                target = "Watch",
                arguments = new[] { day },
            },
            cancellation
        );
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        while (true)
        {
            var heard = await socket.ReceiveAsync(buffer.GetMemory(16 * 1024), cancellation);
            if (heard.MessageType == WebSocketMessageType.Close)
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            buffer.Advance(heard.Count);
            if (!heard.EndOfMessage)
                continue;
            foreach (var message in Messages(buffer.WrittenMemory))
                Hear(message);
            buffer.ResetWrittenCount();
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> heard)
    {
        for (int end; (end = heard.Span.IndexOf(End)) >= 0; heard = heard[(end + 1)..])
            yield return heard[..end];
    }

    // A frame is the argument of a call; the snapshot is the result of ours.
    private void Hear(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var frame =
            json.RootElement.TryGetProperty("target", out var target) && target.GetString() == nameof(Hubs.ILiveClient.Counts)
                ? json.RootElement.GetProperty("arguments")[0]
            : json.RootElement.TryGetProperty("result", out var snapshot) ? snapshot
            : default;
        if (frame.ValueKind == JsonValueKind.Object)
            See(frame.GetProperty("version").GetInt64());
    }

    private void See(long shown)
    {
        if (shown > Interlocked.Read(ref version))
            Interlocked.Exchange(ref version, shown);
        // Answers come nearly in the order of versions: one that waits behind a later one is seen with it.
        while (expected.TryPeek(out var first) && first.Version <= shown && expected.TryDequeue(out var next))
            delays.Add(time.GetElapsedTime(next.Since));
    }

    private static Task SayAsync(ClientWebSocket socket, object message, CancellationToken cancellation) =>
        socket.SendAsync(
            (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(message), End],
            WebSocketMessageType.Text,
            endOfMessage: true,
            cancellation
        );
}
