using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Rallies.Calendars.Reading;

/// <summary>What a file is before anything in it is read: UTF-8, UTF-16 by its byte order mark, or no calendar at all.</summary>
internal static class FileOctets
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The octets in UTF-8 without a mark; nothing where the file is refused.</summary>
    public static ReadOnlyMemory<byte>? AsUtf8(ReadOnlyMemory<byte> octets, ComplaintList complaints)
    {
        var span = octets.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            if (FromUtf16(span[2..], bigEndian: span[0] == 0xFE) is not { } decoded)
            {
                complaints.Add(Fault.NotUtf16, 1, "");
                return null;
            }
            octets = decoded;
        }
        else if (span.StartsWith(Utf8Mark))
            octets = octets[Utf8Mark.Length..];
        return Recognise(octets.Span) is { } fault ? Refuse(fault, octets.Span, complaints) : octets;
    }

    private static ReadOnlyMemory<byte>? Refuse(Fault fault, ReadOnlySpan<byte> octets, ComplaintList complaints)
    {
        var text = System.Text.Encoding.Latin1.GetString(octets[..Math.Min(octets.Length, 80)]);
        complaints.Add(fault, 1, text);
        return null;
    }

    private static Fault? Recognise(ReadOnlySpan<byte> octets)
    {
        if (octets.StartsWith("PK\x03\x04"u8) || octets.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return Fault.Archive;
        var text = octets.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return Fault.Empty;
        if (text[0] == '<')
            return Fault.WebPage;
        // Without a mark UTF-16 cannot be told for certain, but a zero beside the first letter is nothing else.
        return text.Length > 1 && (text[0] == 0 || text[1] == 0) ? Fault.NotUtf16 : null;
    }

    private static byte[]? FromUtf16(ReadOnlySpan<byte> octets, bool bigEndian)
    {
        var units = MemoryMarshal.Cast<byte, ushort>(octets).ToArray();
        if (bigEndian == BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(units, units);
        var utf8 = new byte[units.Length * 3];
        var status = Utf8.FromUtf16(MemoryMarshal.Cast<ushort, char>(units), utf8, out _, out var written, replaceInvalidSequences: false);
        return status == OperationStatus.Done && octets.Length % 2 == 0 ? utf8[..written] : null;
    }
}
