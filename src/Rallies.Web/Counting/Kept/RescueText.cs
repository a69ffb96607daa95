using System.Buffers.Binary;
using System.Text.RegularExpressions;

namespace Rallies.Web.Counting.Kept;

/// <summary>
/// Finds the rescue codes in whatever was pasted: a message, a file, the address behind a QR code. A code is <c>RALLIES1.</c>, base32
/// (RFC 4648 §6) of what wwwroot-assets/ts/door/rescue.ts packs, and a full stop; each stands by itself.
/// </summary>
internal static partial class RescueText
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="damaged">Codes that were found and cannot be read: cut off, or mistyped.</param>
    public static IReadOnlyList<KeptTaps> Read(string text, out int damaged)
    {
        var codes = Codes().Matches(text).Select(code => Unpack(code.Groups[1].ValueSpan.ToString().ToUpperInvariant())).ToList();
        damaged = codes.Count(code => code is null);
        return [.. codes.OfType<KeptTaps>()];
    }

    private static KeptTaps? Unpack(string base32)
    {
        var bytes = Bytes(base32);
        if (bytes.Length < 5 || Checksum(bytes.AsSpan(..^4)) != BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(^4..)))
            return null;
        return new PackedTaps(bytes.AsSpan(..^4)).Read();
    }

    // FNV-1a: finds what was cut off or mistyped, and guards against nobody.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var octet in bytes)
            hash = unchecked((hash ^ octet) * 16777619u);
        return hash;
    }

    private static byte[] Bytes(string base32)
    {
        var (bytes, buffer, bits) = (new List<byte>(base32.Length * 5 / 8), 0, 0);
        foreach (var letter in base32.Where(c => !char.IsWhiteSpace(c)))
        {
            buffer = ((buffer & 0xFF) << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"RALLIES1\.([A-Z2-7\s]+)\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Codes();
}
