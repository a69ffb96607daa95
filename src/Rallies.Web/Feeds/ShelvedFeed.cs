using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Rallies.Web.Feeds;

/// <summary>A feed as it goes out: its octets as they are and compressed, made once, with what tells a program that it has them already.</summary>
public sealed class ShelvedFeed
{
    /// <summary>Smaller ones gain nothing by compression.</summary>
    private const int WorthCompressing = 1_400;

    /// <param name="compress">False where a host has switched compression of feeds off.</param>
    public ShelvedFeed(ReadOnlyMemory<byte> octets, Instant lastModified, Instant? changesAt, bool compress)
    {
        Octets = octets;
        if (compress && octets.Length >= WorthCompressing)
        {
            Gzip = Compress(octets, output => new GZipStream(output, CompressionLevel.Optimal));
            Brotli = Compress(octets, output => new BrotliStream(output, CompressionLevel.Fastest));
        }
        // Weak, as it is one for all encodings (RFC 9110 §8.8.1).
        ETag = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(octets.Span).AsSpan(0, 16))}\"";
        LastModified = Instant.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        LastModifiedText = HttpDate(LastModified);
        ChangesAt = changesAt;
    }

    public ReadOnlyMemory<byte> Octets { get; }
    public ReadOnlyMemory<byte>? Gzip { get; }
    public ReadOnlyMemory<byte>? Brotli { get; }

    /// <summary>Of all its forms together.</summary>
    public long Size => Octets.Length + (Gzip?.Length ?? 0) + (Brotli?.Length ?? 0);
    public string ETag { get; }

    /// <summary>Of anything that stands in it or has left it; whole seconds.</summary>
    public Instant LastModified { get; }

    /// <summary>The same as HTTP writes it (RFC 9110 §5.6.7).</summary>
    public string LastModifiedText { get; }

    /// <summary>When time alone makes another feed of it; null when it never does.</summary>
    public Instant? ChangesAt { get; }

    public static string HttpDate(Instant instant) => instant.ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The form a program would like best, and its content coding; null for none.</summary>
    public (ReadOnlyMemory<byte> Octets, string? Encoding) For(StringValues acceptEncoding) =>
        AcceptedEncoding.Of(acceptEncoding) switch
        {
            "br" when Brotli is { } brotli => (brotli, "br"),
            "gzip" when Gzip is { } gzip => (gzip, "gzip"),
            _ => (Octets, null),
        };

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> octets, Func<Stream, Stream> compression)
    {
        using var output = new MemoryStream(octets.Length / 8);
        using (var stream = compression(output))
            stream.Write(octets.Span);
        return output.ToArray();
    }
}
