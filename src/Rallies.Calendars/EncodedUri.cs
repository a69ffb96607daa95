using System.Buffers;
using System.Text;

namespace Rallies.Calendars;

/// <summary>An address on a content line: only what RFC 3986 allows, international host names in their ASCII form.</summary>
internal static class EncodedUri
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
    );

    public static void Put(ContentLine line, Uri address)
    {
        if (!address.IsAbsoluteUri)
            throw new ArgumentException(
                $"'{address.OriginalString}' is relative: a calendar is read far from its page, so give a whole address."
            );
        ReadOnlySpan<char> rest = WithAsciiHost(address).AbsoluteUri;
        while (!rest.IsEmpty)
        {
            var allowed = rest.IndexOfAnyExcept(Allowed);
            if (allowed < 0)
                allowed = rest.Length;
            line.PutAscii(rest[..allowed]);
            rest = rest[allowed..];
            if (rest.IsEmpty)
                return;

            Rune.DecodeFromUtf16(rest, out var rune, out var taken);
            PutEncoded(line, rune);
            rest = rest[taken..];
        }
    }

    private static Uri WithAsciiHost(Uri address) =>
        Ascii.IsValid(address.Host) ? address : new UriBuilder(address) { Host = address.IdnHost }.Uri;

    private static void PutEncoded(ContentLine line, Rune rune)
    {
        Span<byte> octets = stackalloc byte[4];
        Span<byte> encoded = stackalloc byte[3];
        foreach (var octet in octets[..rune.EncodeToUtf8(octets)])
        {
            encoded[0] = (byte)'%';
            Convert.TryToHexString([octet], encoded[1..], out _);
            line.PutWhole(encoded);
        }
    }
}
