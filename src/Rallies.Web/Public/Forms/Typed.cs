using System.Globalization;

namespace Rallies.Web.Public.Forms;

/// <summary>Text as it came from a form, freed of what no keyboard types and databases or readers stumble over.</summary>
internal static class Typed
{
    /// <summary>One line, its spaces single; empty for nothing.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Clean(text, keepLines: false).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string Lines(string? text) => Clean((text ?? "").ReplaceLineEndings("\n"), keepLines: true).Trim();

    private static string Clean(string? text, bool keepLines) =>
        string.Concat(
            (text ?? "")
                .EnumerateRunes()
                .Where(rune => !TurnsText(rune))
                .Select(rune =>
                    System.Text.Rune.IsControl(rune) || System.Text.Rune.IsWhiteSpace(rune)
                        ? (keepLines && rune.Value == '\n' ? "\n" : " ")
                        : rune.ToString()
                )
        );

    // Overrides and embeddings (UAX #9 §2) let one name look like another; right-to-left scripts do without, and emoji need only joiners.
    private static bool TurnsText(System.Text.Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Surrogate;
}
