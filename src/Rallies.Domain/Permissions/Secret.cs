using System.Buffers;
using System.Security.Cryptography;

namespace Rallies.Domain.Permissions;

/// <summary>The unguessable part of a private link: 160 random bits, written as 32 characters of base32 (RFC 4648 §6, lower case).</summary>
public readonly record struct Secret
{
    public const int Length = 32;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private Secret(string text) => Text = text;

    public string Text { get; }

    public static Secret New() => Of(RandomNumberGenerator.GetBytes(20));

    /// <summary>The secret that these 20 bytes spell.</summary>
    public static Secret Of(ReadOnlySpan<byte> bits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bits.Length, 20);
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var pair = (bits[bit / 8] << 8) | (bit / 8 + 1 < bits.Length ? bits[bit / 8 + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
        }
        return new Secret(new string(text));
    }

    /// <summary>Reads a secret out of whatever was pasted or scanned; false for anything else.</summary>
    public static bool TryParse(string? text, out Secret secret)
    {
        secret = default;
        var candidate = text?.Trim().ToLowerInvariant();
        if (candidate is not { Length: Length } || candidate.AsSpan().ContainsAnyExcept(Letters))
            return false;
        secret = new Secret(candidate);
        return true;
    }

    /// <summary>What is stored instead: SHA-256, plain, as 160 random bits need no salt and no slowness.</summary>
    public byte[] Hash() => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(Text));

    /// <summary>Never the secret: it must not slip into a log.</summary>
    public override string ToString() => "(a secret)";
}
