using System.Buffers;
using System.Text;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>The lines as they stand in the file, before anything is unfolded or decoded: rules B1, B2, B3, B7 and the controls of B4.</summary>
internal static class OctetRules
{
    /// <summary>RFC 5545 §3.1, without the line break.</summary>
    private const int LongestLine = 75;

    // RFC 5545 §3.1, CONTROL: all but the tab.
    private static readonly SearchValues<byte> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Append(0x7F).Where(c => c is not ('\t' or '\r' or '\n')).Select(c => (byte)c),
    ]);

    /// <param name="octets">UTF-8, as far as it is.</param>
    public static void Look(ReadOnlySpan<byte> octets, ReadingLimits limits, FindingList findings)
    {
        for (var line = 1; !octets.IsEmpty && line <= limits.Lines; line++)
        {
            var length = octets.IndexOfAny((byte)'\r', (byte)'\n');
            var text = length < 0 ? octets : octets[..length];
            LookAt(text, line, findings);
            if (length < 0)
            {
                findings.Add(Breach.NoFinalLineBreak, line, Shown(text));
                return;
            }
            var whole = octets[length..].StartsWith("\r\n"u8);
            if (!whole)
                findings.Add(Breach.BareLineBreak, line, Shown(text), octets[length] == '\r' ? "CR" : "LF");
            octets = octets[(length + (whole ? 2 : 1))..];
        }
    }

    private static void LookAt(ReadOnlySpan<byte> text, int line, FindingList findings)
    {
        if (text.Length > LongestLine)
            findings.Add(Breach.LongLine, line, Shown(text), "", text.Length);
        if (text.Trim(" \t"u8).IsEmpty)
            findings.Add(Breach.BlankLine, line, "");
        // An octet 10xxxxxx never begins a character (RFC 3629 §3).
        if (text.Length > 1 && text[0] is (byte)' ' or (byte)'\t' && (text[1] & 0xC0) == 0x80)
            findings.Add(Breach.FoldInCharacter, line, Shown(text[1..]));
        if (text.IndexOfAny(Controls) is var at and >= 0)
            findings.Add(Breach.ControlCharacter, line, Shown(text), $"{text[at]:X2}");
    }

    private static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * LongestLine)]);
}
