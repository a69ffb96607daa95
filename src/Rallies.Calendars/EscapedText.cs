using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rallies.Calendars;

/// <summary>Puts a person's words on a content line: escaped, freed of what a calendar cannot carry, folded between graphemes.</summary>
internal static class EscapedText
{
    // Printable ASCII that no place in a content line escapes: it is copied in runs.
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("\\;,\"^"),
    ]);

    /// <summary>RFC 5545 §3.3.11 for values of type TEXT, RFC 6868 for the values of parameters.</summary>
    public static void Put(ContentLine line, ReadOnlySpan<char> text, bool inParameter)
    {
        while (!text.IsEmpty)
        {
            var plain = LengthOfPlainStart(text);
            line.PutAscii(text[..plain]);
            text = text[plain..];
            if (text.IsEmpty)
                return;

            var grapheme = StringInfo.GetNextTextElementLength(text);
            PutGrapheme(line, text[..grapheme], inParameter);
            text = text[grapheme..];
        }
    }

    /// <summary>Whether anything that can be seen would be written: a property without a value is left out instead.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && !IsRemoved(rune.Value) && rune != Rune.ReplacementChar)
                return false;
        return true;
    }

    private static int LengthOfPlainStart(ReadOnlySpan<char> text)
    {
        var plain = text.IndexOfAnyExcept(Plain);
        if (plain < 0)
            return text.Length;
        // The last letter may carry the combining mark after it, and then goes with it.
        return plain > 0 && !char.IsAscii(text[plain]) ? plain - 1 : plain;
    }

    private static void PutGrapheme(ContentLine line, ReadOnlySpan<char> grapheme, bool inParameter)
    {
        Span<byte> piece = stackalloc byte[ContentLine.LongestPiece];
        var used = 0;
        while (!grapheme.IsEmpty)
        {
            var whole = Rune.DecodeFromUtf16(grapheme, out var rune, out var taken) == OperationStatus.Done;
            if (rune.Value == '\r' && grapheme.Length > 1 && grapheme[1] == '\n')
                taken = 2;
            grapheme = grapheme[taken..];
            if (!whole)
                continue;

            if (used > piece.Length - 4)
            {
                // Longer than a line: fold inside the grapheme, but never inside a character.
                line.PutWhole(piece[..used]);
                used = 0;
            }
            used += inParameter ? EscapeInParameter(rune, piece[used..]) : EscapeInText(rune, piece[used..]);
        }
        line.PutWhole(piece[..used]);
    }

    private static int EscapeInText(Rune rune, Span<byte> to) =>
        rune.Value switch
        {
            '\\' => Copy(@"\\"u8, to),
            ';' => Copy(@"\;"u8, to),
            ',' => Copy(@"\,"u8, to),
            '\n' or '\r' => Copy(@"\n"u8, to),
            _ => EscapeAnywhere(rune, to),
        };

    private static int EscapeInParameter(Rune rune, Span<byte> to) =>
        rune.Value switch
        {
            '^' => Copy("^^"u8, to),
            '"' => Copy("^'"u8, to),
            '\n' or '\r' => Copy("^n"u8, to),
            _ => EscapeAnywhere(rune, to),
        };

    private static int EscapeAnywhere(Rune rune, Span<byte> to)
    {
        if (rune.Value == '\t')
            return Copy(" "u8, to);
        return IsRemoved(rune.Value) ? 0 : rune.EncodeToUtf8(to);
    }

    // C0 and DEL are forbidden (RFC 5545 §3.1, CONTROL). The line and paragraph separators break lines in some readers.
    // Bidirectional overrides and isolates could make a title read otherwise than it is written.
    private static bool IsRemoved(int character) =>
        character is < 0x20 or 0x7F or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
