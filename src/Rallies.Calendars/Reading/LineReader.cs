using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Rallies.Calendars.Reading;

/// <summary>
/// Cuts octets into content lines (RFC 5545 §3.1): CRLF, LF and CR all end a line, blank lines are passed over, and folds are undone
/// before anything is decoded, since some programs fold inside a character.
/// </summary>
internal sealed class LineReader(ReadOnlyMemory<byte> octets, ReadingLimits limits, ComplaintList complaints)
{
    private readonly ArrayBufferWriter<byte> unfolded = new();
    private int position;
    private int lines;

    /// <summary>The next line, or nothing at the end and where the file is refused.</summary>
    public FileLine? Next()
    {
        SkipBlankLines();
        if (position >= octets.Length)
            return null;
        var begin = position;
        var line = TakePhysical();
        var number = lines;
        unfolded.ResetWrittenCount();
        var folded = false;
        SkipBlankLines();
        while (IsFolded())
        {
            if (!folded)
                unfolded.Write(line);
            folded = true;
            unfolded.Write(TakePhysical()[1..]);
            if (unfolded.WrittenCount > limits.LineOctets)
                break;
            SkipBlankLines();
        }
        return Decoded(folded ? unfolded.WrittenSpan : line, begin, number);
    }

    private FileLine? Decoded(ReadOnlySpan<byte> line, int begin, int number)
    {
        if (lines > limits.Lines)
            complaints.Add(Fault.TooManyLines, limits.Lines + 1, "", limits.Lines);
        else if (line.Length > limits.LineOctets)
            complaints.Add(Fault.LineTooLong, number, Encoding.Latin1.GetString(line[..Math.Min(line.Length, 80)]), limits.LineOctets);
        else if (!Utf8.IsValid(line))
            RefuseEncoding(line, begin, number);
        return complaints.Refused ? null : new FileLine(number, Encoding.UTF8.GetString(line));
    }

    private bool IsFolded() => position < octets.Length && octets.Span[position] is (byte)' ' or (byte)'\t';

    private void SkipBlankLines()
    {
        while (position < octets.Length && octets.Span[position] is (byte)'\r' or (byte)'\n' && lines <= limits.Lines)
            TakePhysical();
    }

    private ReadOnlySpan<byte> TakePhysical()
    {
        lines++;
        var rest = octets.Span[position..];
        var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            position = octets.Length;
            return rest;
        }
        position += end + (rest[end..].StartsWith("\r\n"u8) ? 2 : 1);
        return rest[..end];
    }

    /// <summary>Says where in the file, folds and all, the first octet stands that is not UTF-8.</summary>
    private void RefuseEncoding(ReadOnlySpan<byte> line, int begin, int number)
    {
        var good = 0;
        while (Rune.DecodeFromUtf8(line[good..], out _, out var taken) == OperationStatus.Done)
            good += taken;
        (position, lines) = (begin, number - 1);
        var lineBegin = begin;
        var left = good;
        var physical = TakePhysical();
        while (left >= physical.Length)
        {
            left -= physical.Length;
            SkipBlankLines();
            lineBegin = position + 1;
            physical = TakePhysical()[1..];
        }
        var text = Encoding.UTF8.GetString(line[..good]);
        complaints.Add(Fault.NotUtf8, lines, text, lineBegin + left + 1, $"{line[good]:X2}");
    }
}
