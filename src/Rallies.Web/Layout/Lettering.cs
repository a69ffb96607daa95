using System.Globalization;
using System.Text;

namespace Rallies.Web.Layout;

/// <summary>Which size lets a placard's longest word fill its board; the classes stand in fit.css.</summary>
internal static class Lettering
{
    private const int WordsOfAPhrase = 4;
    private static readonly int[] sizes = [25, 30, 36, 44, 54, 66, 80];

    public static string Fit(string text)
    {
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= WordsOfAPhrase ? "fit-phrase" : FitWord(text);
    }

    /// <summary>For names of towns, which stay large however many words they have.</summary>
    public static string FitWord(string text)
    {
        var longest = Pieces(Whole(text).Normalize(NormalizationForm.FormD).ToUpperInvariant())
            .Select(piece => piece.Sum(Width))
            .DefaultIfEmpty(0)
            .Max();
        var size = sizes.FirstOrDefault(size => size >= 10 * longest);
        return size == 0 ? "fit" : $"fit-{size}";
    }

    // Half a surrogate pair cannot be normalised.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    // A line may break at a space and after a hyphen.
    private static IEnumerable<string> Pieces(string text) =>
        text.Replace("-", "- ", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    // In em, of the capitals of the placard face.
    private static double Width(char letter) =>
        letter switch
        {
            'W' => .71,
            'M' => .56,
            'N' => .52,
            'A' or 'K' or 'V' => .51,
            'I' => .24,
            'J' or '0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9' => .46,
            'L' or 'E' or 'F' => .44,
            'T' => .49,
            'Z' => .42,
            'C' or 'G' or 'S' or 'P' => .47,
            'B' or 'D' or 'H' or 'O' or 'Q' or 'R' or 'U' or 'X' or 'Y' => .48,
            '-' => .34,
            '\'' or '’' => .21,
            '.' => .24,
            _ => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? 0 : .5,
        };
}
