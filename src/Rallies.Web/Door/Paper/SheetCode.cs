using System.Security.Cryptography;

namespace Rallies.Web.Door.Paper;

/// <summary>What tells one tally sheet from another, printed on it: whoever enters it, however often, enters the same taps.</summary>
public static class SheetCode
{
    public const int Shortest = 4;
    public const int Longest = 20;

    // None that is taken for another when read off wet paper.
    private const string Letters = "ACDEFHJKLMNPQRTUVWXY34679";

    public static string New() => RandomNumberGenerator.GetString(Letters, 6);

    /// <summary>As it counts: without spaces and dashes, in capitals; null when it is none.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length is >= Shortest and <= Longest ? code : null;
    }
}
