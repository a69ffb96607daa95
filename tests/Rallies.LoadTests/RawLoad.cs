using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rallies.LoadTests;

/// <summary>A client that costs little: one request over and over on connections that stay, its answers counted and not looked at.</summary>
internal static class RawLoad
{
    /// <summary>Answers a second.</summary>
    public static async Task<double> RateAsync(int port, string request, int connections, TimeSpan during)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(port, request, during))));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<long> AskAsync(int port, string request, TimeSpan during)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var asked = Encoding.ASCII.GetBytes(request);
        var buffer = new byte[128 * 1024];
        var started = Stopwatch.GetTimestamp();
        for (var count = 0L; ; count++)
        {
            if (Stopwatch.GetElapsedTime(started) > during)
                return count;
            await socket.SendAsync(asked);
            await ReadAnswerAsync(socket, buffer);
        }
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var (read, end) = (0, -1);
        while (end < 0)
        {
            read += await ReadAsync(socket, buffer.AsMemory(read));
            end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        var head = Encoding.ASCII.GetString(buffer, 0, end);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && !head.StartsWith("HTTP/1.1 304", StringComparison.Ordinal))
            throw new InvalidOperationException($"Answered {head}");
        for (var left = Length(head) - (read - end - 4); left > 0; )
            left -= await ReadAsync(socket, buffer);
    }

    private static async Task<int> ReadAsync(Socket socket, Memory<byte> into) =>
        await socket.ReceiveAsync(into) is > 0 and var read ? read : throw new IOException("The server hung up.");

    private static int Length(string head)
    {
        const string name = "\r\nContent-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 0;
        var value = head.AsSpan(at + name.Length);
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
