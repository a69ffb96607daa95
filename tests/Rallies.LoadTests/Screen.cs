using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rallies.LoadTests;

/// <summary>One viewer that costs next to nothing: it looks for the version of each frame and at nothing else.</summary>
internal sealed class Screen : IDisposable
{
    private static readonly byte[] pingFrame = Masked("{\"type\":6}\u001e");
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SocketAsyncEventArgs receiving = new();
    private readonly byte[] buffer = new byte[8 * 1024];
    private readonly Screens screens;
    private int kept;

    public Screen(Screens screens)
    {
        this.screens = screens;
        receiving.Completed += (_, _) =>
        {
            if (Took())
                Receive();
        };
    }

    public async Task WatchStreamAsync(int port, string path)
    {
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"));
        Receive();
    }

    public async Task WatchHubAsync(int port, string path, string watch)
    {
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
            )
        );
        if (await socket.ReceiveAsync(buffer) == 0 || !buffer.AsSpan().StartsWith("HTTP/1.1 101"u8))
            throw new IOException("The hub would not speak WebSockets.");
        await socket.SendAsync(Masked("{\"protocol\":\"json\",\"version\":1}\u001e"));
        await socket.SendAsync(Masked(watch + "\u001e"));
        Receive();
    }

    /// <summary>SignalR's server takes a client for dead that says nothing for thirty seconds.</summary>
    public void Ping()
    {
        try
        {
            socket.Send(pingFrame);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Lost already, and counted when its receiving ended.
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        receiving.Dispose();
    }

    private void Receive()
    {
        try
        {
            do receiving.SetBuffer(buffer, kept, buffer.Length - kept);
            while (!socket.ReceiveAsync(receiving) && Took());
        }
        catch (ObjectDisposedException)
        {
            // The measurement is over.
        }
    }

    private bool Took()
    {
        if (receiving.SocketError != SocketError.Success || receiving.BytesTransferred == 0)
        {
            screens.Lost();
            return false;
        }
        var text = buffer.AsSpan(0, kept + receiving.BytesTransferred);
        screens.Received(receiving.BytesTransferred);
        while (true)
        {
            var at = text.IndexOf("\"since\":"u8);
            if (at < 0)
            {
                Keep(text[^Math.Min(7, text.Length)..]);
                return true;
            }
            if (!TryRead(text[(at + 8)..], out var since, out var version))
            {
                Keep(text[at..]);
                return true;
            }
            screens.Saw(since, version);
            text = text[(at + 8)..];
        }
    }

    // …"since":5,"version":7,…
    private static bool TryRead(ReadOnlySpan<byte> text, out long since, out long version)
    {
        version = 0;
        return Utf8Parser.TryParse(text, out since, out var length)
            && text.Length > length + 12
            && Utf8Parser.TryParse(text[(length + 11)..], out version, out var end)
            && text.Length > length + 11 + end;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        rest.CopyTo(buffer);
        kept = rest.Length;
    }

    // RFC 6455 §5.2; a mask of zeros leaves the text as it is.
    private static byte[] Masked(string text)
    {
        var payload = Encoding.ASCII.GetBytes(text);
        byte[] head =
            payload.Length < 126 ? [0x81, (byte)(0x80 | payload.Length)] : [0x81, 0xFE, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [.. head, 0, 0, 0, 0, .. payload];
    }
}
