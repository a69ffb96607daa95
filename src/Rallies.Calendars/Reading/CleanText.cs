using System.Globalization;
using System.Text;

namespace Rallies.Calendars.Reading;

/// <summary>Words freed of what could make them read otherwise than they are written, in Unicode's form C.</summary>
internal static class CleanText
{
    // Unicode's own bound (UAX #15, Stream-Safe Text): more marks in a row say nothing, and take long to put in order.
    private const int MostMarks = 30;

    /// <summary>Lines ended by "\n", without control characters and bidirectional overrides; blanks around it are taken off.</summary>
    public static string InLines(string text)
    {
        if (IsPlain(text))
            return text.Trim();
        var clean = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes();
        var afterReturn = false;
        var marks = 0;
        foreach (var rune in runes)
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks && !(afterReturn && rune.Value == '\n') && Kept(rune) is { } kept)
                clean.Append(kept);
            afterReturn = rune.Value == '\r';
        }
        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The same in one line.</summary>
    /// <param name="between">What takes the place of a line break.</param>
    public static string InOneLine(string text, string between)
    {
        text = InLines(text);
        return text.Contains('\n')
            ? string.Join(between, text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : text;
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsMark(Rune rune) =>
        rune.Value >= 0x300
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static string? Kept(Rune rune) =>
        rune.Value switch
        {
            '\r' or '\n' or 0x2028 or 0x2029 => "\n",
            '\t' => " ",
            // C0, DEL, C1; marks of a byte order and what stands for a broken character.
            < 0x20 or (>= 0x7F and < 0xA0) or 0xFEFF or 0xFFFD => null,
            // Bidirectional embeddings, overrides and isolates.
            (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => null,
            _ => rune.ToString(),
        };
}
