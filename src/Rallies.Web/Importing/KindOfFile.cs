using System.Text;

namespace Rallies.Web.Importing;

/// <summary>Tells a calendar from a strike list by how the file begins, whatever it is called.</summary>
internal static class KindOfFile
{
    private const int Looked = 4096;

    public static FileKind Of(ReadOnlySpan<byte> octets)
    {
        var begin = Begin(octets[..Math.Min(octets.Length, Looked)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (
            begin.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase)
            || begin.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)
        )
            return FileKind.Calendar;
        var headings = begin.Split('\r', '\n')[0].Split(',', ';', '\t');
        return headings.Any(heading => StrikeColumn.Called(heading.Trim(' ', '"')) is not null) ? FileKind.StrikeList : FileKind.Neither;
    }

    // What is not in UTF-8 is told so by whoever reads the whole of it.
    private static string Begin(ReadOnlySpan<byte> octets) =>
        octets is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(octets)
        : octets is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(octets)
        : Encoding.UTF8.GetString(octets);
}
