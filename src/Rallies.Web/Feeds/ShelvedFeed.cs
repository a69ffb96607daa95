using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Rallies.Web.Packing;

namespace Rallies.Web.Feeds;

/// <summary>A feed as it goes out: its octets as they are and compressed, made once, with what tells a program that it has them already.</summary>
public sealed class ShelvedFeed
{
    private readonly PackedOctets packed;

    /// <param name="compress">False where a host has switched compression of feeds off.</param>
    public ShelvedFeed(ReadOnlyMemory<byte> octets, Instant lastModified, Instant? changesAt, bool compress)
    {
        packed = new(octets, compress);
        // Weak, as it is one for all encodings (RFC 9110 §8.8.1).
        ETag = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(octets.Span).AsSpan(0, 16))}\"";
        LastModified = Instant.FromUnixTimeSeconds(lastModified.ToUnixTimeSeconds());
        LastModifiedText = HttpDate(LastModified);
        ChangesAt = changesAt;
    }

    public ReadOnlyMemory<byte> Octets => packed.Plain;

    /// <summary>Of all its forms together.</summary>
    public long Size => packed.Size;
    public string ETag { get; }

    /// <summary>Of anything that stands in it or has left it; whole seconds.</summary>
    public Instant LastModified { get; }

    /// <summary>The same as HTTP writes it (RFC 9110 §5.6.7).</summary>
    public string LastModifiedText { get; }

    /// <summary>When time alone makes another feed of it; null when it never does.</summary>
    public Instant? ChangesAt { get; }

    public static string HttpDate(Instant instant) => instant.ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The form a program would like best, and its content coding; null for none.</summary>
    public (ReadOnlyMemory<byte> Octets, string? Encoding) For(StringValues acceptEncoding) => packed.For(acceptEncoding);
}
