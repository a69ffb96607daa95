using System.Globalization;
using System.Text;

namespace Rallies.Domain;

/// <summary>Text without case, accents and punctuation, words joined by hyphens: what slugs are made of and searches compare.</summary>
/// <remarks>The build's <c>slugs.mjs</c> folds in the same way, and a test holds the two together.</remarks>
public static class FoldedText
{
    /// <summary>The folded text, cut at <paramref name="longest"/> characters; empty when nothing Latin is in it.</summary>
    public static string Of(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var folded = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in Decomposed(text, longest).EnumerateRunes())
        {
            if (folded.Length >= longest)
                break;
            if (IsSilent(rune))
                continue;
            var plain = PlainLettersOf(Rune.ToLowerInvariant(rune));
            if (plain.Length > 0)
                folded.Append(plain);
            else if (folded.Length > 0 && folded[^1] != '-')
                folded.Append('-');
        }
        if (folded.Length > longest)
            folded.Length = longest;
        return folded.ToString().TrimEnd('-');
    }

    // A letter and its accents may take several characters; four times the wanted length is enough and keeps a flood of text cheap.
    private static string Decomposed(string text, int longest)
    {
        var start = text.Length > 4 * longest ? text[..(4 * longest)] : text;
        if (start.All(char.IsAscii))
            return start;
        var clean = new StringBuilder(start.Length); // Runes, because Normalize throws at half a surrogate pair.
        foreach (var rune in start.EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString().Normalize(NormalizationForm.FormD);
    }

    private static bool IsSilent(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        || rune.Value is '\'' or '\u2018' or '\u2019' or '\u02BB' or '\u02BC' or '`' or '\u00B4' or '\u2032';

    private static string PlainLettersOf(Rune rune) =>
        rune.Value switch
        {
            (>= 'a' and <= 'z') or (>= '0' and <= '9') => rune.ToString(),
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ə' or 'ǝ' => "e",
            'ŋ' => "n",
            'ŧ' => "t",
            'ĸ' => "k",
            _ => "",
        };
}
