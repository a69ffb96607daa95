using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rallies.LoadTests;

/// <summary>A connection that posts JSON, one request after the other, and reads the answers.</summary>
internal sealed class Phone : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[16 * 1024];
    private readonly string host;

    private Phone(int port) => host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    public static async Task<Phone> ToAsync(int port)
    {
        var phone = new Phone(port);
        await phone.socket.ConnectAsync(IPAddress.Loopback, port);
        return phone;
    }

    /// <exception cref="IOException">The server hung up.</exception>
    public async Task<(int Status, string Body)> PostAsync(string path, string json)
    {
        var request =
            $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += await ReadAsync(read);
            head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }
        var text = Encoding.ASCII.GetString(buffer, 0, head);
        if (text.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            while (!buffer.AsSpan(0, read).EndsWith("0\r\n\r\n"u8))
                read += await ReadAsync(read);
        }
        else
        {
            for (var end = head + 4 + Length(text); read < end; )
                read += await ReadAsync(read);
        }
        return (int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), Encoding.ASCII.GetString(buffer, head + 4, read - head - 4));
    }

    public void Dispose() => socket.Dispose();

    private async Task<int> ReadAsync(int at) =>
        await socket.ReceiveAsync(buffer.AsMemory(at)) is > 0 and var read ? read : throw new IOException("The server hung up.");

    private static int Length(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 0;
        var value = head.AsSpan(at + name.Length);
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
