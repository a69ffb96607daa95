using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rallies.Web.Live;

namespace Rallies.Web.Streams;

/// <summary>One message as the stream writes it: the same bytes for everybody (WHATWG HTML §9.2, server-sent events).</summary>
internal static class StreamEvent
{
    /// <summary>Keeps proxies from taking the stream for dead.</summary>
    public static readonly StreamMessage Ping = new(": ping\n\n"u8.ToArray());

    public static ReadOnlyMemory<byte> Of(Frame frame) =>
        Of("Counts", $"id: {frame.Version.ToString(CultureInfo.InvariantCulture)}\n", frame.Json.Span);

    /// <summary>Without an id: whoever comes back is told the figures, not what was said meanwhile.</summary>
    public static ReadOnlyMemory<byte> Of<T>(string name, T message) =>
        Of(name, "", JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web));

    private static ReadOnlyMemory<byte> Of(string name, string id, ReadOnlySpan<byte> json)
    {
        var bytes = new ArrayBufferWriter<byte>(json.Length + 64);
        bytes.Write(Encoding.ASCII.GetBytes($"event: {name}\n{id}data: "));
        bytes.Write(json); // one line: JSON escapes a line feed within a text
        bytes.Write("\n\n"u8);
        return bytes.WrittenMemory;
    }
}
