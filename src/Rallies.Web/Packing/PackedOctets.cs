using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Rallies.Web.Packing;

/// <summary>What many will be sent alike, compressed once instead of for each of them.</summary>
public sealed class PackedOctets
{
    /// <summary>Smaller ones gain nothing by compression.</summary>
    private const int WorthCompressing = 1_400;

    private readonly ReadOnlyMemory<byte>? gzip;
    private readonly ReadOnlyMemory<byte>? brotli;

    /// <param name="compress">False keeps them as they are.</param>
    public PackedOctets(ReadOnlyMemory<byte> plain, bool compress = true)
    {
        Plain = plain;
        if (!compress || plain.Length < WorthCompressing)
            return;
        gzip = Compress(plain, output => new GZipStream(output, CompressionLevel.Optimal));
        brotli = Compress(plain, output => new BrotliStream(output, CompressionLevel.Fastest));
    }

    public ReadOnlyMemory<byte> Plain { get; }

    /// <summary>Of all forms together.</summary>
    public long Size => Plain.Length + (gzip?.Length ?? 0) + (brotli?.Length ?? 0);

    /// <summary>The form a program would like best, and its content coding; null for none.</summary>
    public (ReadOnlyMemory<byte> Octets, string? Encoding) For(StringValues acceptEncoding) =>
        AcceptedEncoding.Of(acceptEncoding) switch
        {
            "br" when brotli is { } octets => (octets, "br"),
            "gzip" when gzip is { } octets => (octets, "gzip"),
            _ => (Plain, null),
        };

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> octets, Func<Stream, Stream> compression)
    {
        using var output = new MemoryStream(octets.Length / 8);
        using (var stream = compression(output))
            stream.Write(octets.Span);
        return output.ToArray();
    }
}
