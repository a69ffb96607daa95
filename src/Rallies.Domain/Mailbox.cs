using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rallies.Domain;

/// <summary>A mail address as people type it, held to what a mail server is sure to take.</summary>
public static class Mailbox
{
    // RFC 5321 §4.5.3.1.3 less the angle brackets.
    public const int MaxLength = 254;
    private static readonly IdnMapping domains = new() { UseStd3AsciiRules = true };

    /// <summary>Trims it; false for what cannot be a mail address. Domains may be in any script, what stands before the @ only in ASCII.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? address)
    {
        address = text?.Trim();
        if (address is not { Length: > 0 and <= MaxLength })
            return false;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= 64 && IsName(address.AsSpan(0, at)) && IsDomain(address[(at + 1)..]);
    }

    // RFC 5321 §4.1.2, Dot-string: quoted names are not taken, as nobody has one.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal))
                return false;
        return name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal);
    }

    private static bool IsDomain(string domain)
    {
        try
        {
            return domains.GetAscii(domain) is { Length: <= 253 } ascii
                && ascii.Contains('.', StringComparison.Ordinal)
                && !ascii.EndsWith('.')
                && Uri.CheckHostName(ascii) == UriHostNameType.Dns;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
