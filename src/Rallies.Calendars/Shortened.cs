using System.Globalization;

namespace Rallies.Calendars;

/// <summary>Cuts words to a length without cutting through a letter.</summary>
public static class Shortened
{
    /// <summary>
    /// The text itself where it has at most <paramref name="length"/> UTF-16 units, otherwise its beginning and an ellipsis,
    /// together no longer than that, cut between graphemes.
    /// </summary>
    public static string To(int length, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (text.Length <= length)
            return text;
        var kept = 0;
        while (true)
        {
            var next = StringInfo.GetNextTextElementLength(text.AsSpan(kept));
            if (kept + next > length - 1)
                break;
            kept += next;
        }
        return string.Concat(text.AsSpan(0, kept).TrimEnd(), "…");
    }
}
