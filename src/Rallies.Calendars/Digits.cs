using System.Buffers.Text;
using System.Globalization;
using NodaTime;

namespace Rallies.Calendars;

/// <summary>Dates, times, numbers and places as octets, with no string on the way. Each method returns how many it wrote.</summary>
internal static class Digits
{
    public const int Longest = 40;

    public static int Number(int value, Span<byte> to)
    {
        Utf8Formatter.TryFormat(value, to, out var written);
        return written;
    }

    public static int Date(LocalDate value, Span<byte> to)
    {
        Put(value.Year, to[..4]);
        Put(value.Month, to[4..6]);
        Put(value.Day, to[6..8]);
        return 8;
    }

    public static int Local(LocalDateTime value, Span<byte> to)
    {
        Date(value.Date, to);
        to[8] = (byte)'T';
        Put(value.Hour, to[9..11]);
        Put(value.Minute, to[11..13]);
        Put(value.Second, to[13..15]);
        return 15;
    }

    public static int Utc(Instant value, Span<byte> to)
    {
        Local(value.InUtc().LocalDateTime, to);
        to[15] = (byte)'Z';
        return 16;
    }

    public static int Offset(Offset value, Span<byte> to)
    {
        // RFC 5545 §3.3.14: "-0000" is not allowed.
        to[0] = (byte)(value.Seconds < 0 ? '-' : '+');
        var seconds = Math.Abs(value.Seconds);
        Put(seconds / 3600, to[1..3]);
        Put(seconds / 60 % 60, to[3..5]);
        if (seconds % 60 == 0)
            return 5;
        Put(seconds % 60, to[5..7]);
        return 7;
    }

    public static int Duration(Duration value, Span<byte> to)
    {
        var seconds = (long)Math.Abs(value.TotalSeconds);
        var written = 0;
        if (value < NodaTime.Duration.Zero)
            to[written++] = (byte)'-';
        to[written++] = (byte)'P';
        PutPart(seconds / 86_400, 'D', to, ref written);
        seconds %= 86_400;
        if (seconds == 0 && to[written - 1] == 'D')
            return written;
        to[written++] = (byte)'T';
        PutPart(seconds / 3600, 'H', to, ref written);
        PutPart(seconds / 60 % 60, 'M', to, ref written);
        PutPart(seconds % 60, 'S', to, ref written);
        if (to[written - 1] != 'T')
            return written;
        to[written++] = (byte)'0';
        to[written++] = (byte)'S';
        return written;
    }

    public static int Position(GeoPosition value, byte separator, Span<byte> to)
    {
        var written = PutDegrees(value.Latitude, to);
        to[written++] = separator;
        return written + PutDegrees(value.Longitude, to[written..]);
    }

    private static int PutDegrees(double degrees, Span<byte> to)
    {
        degrees.TryFormat(to, out var written, "F6", CultureInfo.InvariantCulture);
        return written;
    }

    private static void PutPart(long count, char unit, Span<byte> to, ref int written)
    {
        if (count == 0)
            return;
        Utf8Formatter.TryFormat(count, to[written..], out var digits);
        written += digits;
        to[written++] = (byte)unit;
    }

    private static void Put(int value, Span<byte> to)
    {
        for (var i = to.Length - 1; i >= 0; i--, value /= 10)
            to[i] = (byte)('0' + value % 10);
    }
}
