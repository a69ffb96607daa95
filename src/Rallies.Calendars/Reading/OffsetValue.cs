using System.Globalization;
using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>A UTC-OFFSET (RFC 5545 §3.3.14): <c>+0100</c>, <c>-033000</c>.</summary>
internal static class OffsetValue
{
    public static Offset? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-'))
            return null;
        if (!int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        if (text.Length == 5)
            number *= 100;
        var (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100);
        if (hours >= 18 || minutes > 59 || seconds > 59)
            return null;
        var offset = hours * 3600 + minutes * 60 + seconds;
        return Offset.FromSeconds(text[0] == '-' ? -offset : offset);
    }
}
