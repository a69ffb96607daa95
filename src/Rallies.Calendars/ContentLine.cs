using System.Buffers;
using System.Text;

namespace Rallies.Calendars;

/// <summary>The content line being written: folded at 75 octets, only ever between the pieces it is given.</summary>
internal sealed class ContentLine(IBufferWriter<byte> output)
{
    /// <summary>The longest piece that still fits a line of its own, after the space that marks a fold.</summary>
    public const int LongestPiece = Longest - 1;

    // RFC 5545 §3.1: octets, not characters, and the line break is not counted.
    private const int Longest = 75;

    private int octets;

    public bool IsEmpty => octets == 0;

    /// <summary>Writes a piece of at most <see cref="LongestPiece"/> octets without a fold inside it.</summary>
    public void PutWhole(ReadOnlySpan<byte> piece)
    {
        if (octets + piece.Length > Longest)
            Fold();
        piece.CopyTo(output.GetSpan(piece.Length));
        Advance(piece.Length);
    }

    /// <summary>Writes ASCII, which may be folded anywhere.</summary>
    public void PutAscii(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var taken = Math.Min(text.Length, RoomOnLine());
            text[..taken].CopyTo(output.GetSpan(taken));
            Advance(taken);
            text = text[taken..];
        }
    }

    /// <inheritdoc cref="PutAscii(ReadOnlySpan{byte})"/>
    public void PutAscii(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var taken = Math.Min(text.Length, RoomOnLine());
            Ascii.FromUtf16(text[..taken], output.GetSpan(taken), out _);
            Advance(taken);
            text = text[taken..];
        }
    }

    public void End()
    {
        output.Write("\r\n"u8);
        octets = 0;
    }

    private int RoomOnLine()
    {
        if (octets == Longest)
            Fold();
        return Longest - octets;
    }

    private void Fold()
    {
        output.Write("\r\n "u8);
        octets = 1;
    }

    private void Advance(int count)
    {
        output.Advance(count);
        octets += count;
    }
}
