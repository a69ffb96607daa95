using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Rallies.Web.Packing;

/// <summary>Which compression a program would like best (RFC 9110 §12.5.3). Programs say it in few ways, each of which is read once.</summary>
internal static class AcceptedEncoding
{
    private const int MostKnown = 500;
    private const int LongestKnown = 100;
    private static readonly ConcurrentDictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>br, gzip or null for neither.</summary>
    public static string? Of(StringValues header)
    {
        if (header.Count == 0)
            return null;
        var text = header.ToString();
        if (known.TryGetValue(text, out var encoding))
            return encoding;
        encoding = Read(header);
        if (known.Count < MostKnown && text.Length <= LongestKnown)
            known[text] = encoding;
        return encoding;
    }

    private static string? Read(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. header.OfType<string>()], out var wishes))
            return null;
        var (brotli, gzip) = (Wish("br"), Wish("gzip"));
        // Who would rather have it as it is has said so; of who says nothing of that, nothing follows.
        if (Named("identity") is { } plain && (plain.Quality ?? 1) > Math.Max(brotli, gzip))
            return null;
        return brotli > 0 && brotli >= gzip ? "br"
            : gzip > 0 ? "gzip"
            : null;

        double Wish(string encoding) => (Named(encoding) ?? Named("*")) is { } named ? named.Quality ?? 1 : 0;

        StringWithQualityHeaderValue? Named(string encoding) =>
            wishes.FirstOrDefault(w => w.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
    }
}
