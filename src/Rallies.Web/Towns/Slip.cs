namespace Rallies.Web.Towns;

/// <summary>One slip of the finger: a letter more, less or other, or two neighbours swapped.</summary>
internal static class Slip
{
    public static bool IsAtMostOne(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
            return false;
        var same = typed.CommonPrefixLength(meant);
        var a = typed[same..];
        var b = meant[same..];
        if (a.Length > b.Length)
            return a[1..].SequenceEqual(b);
        if (a.Length < b.Length)
            return b[1..].SequenceEqual(a);
        if (a.Length < 2 || a[1..].SequenceEqual(b[1..]))
            return true;
        return a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
    }
}
