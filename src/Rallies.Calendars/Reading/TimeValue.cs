using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>A DATE or DATE-TIME as it is written (RFC 5545 §3.3.4, §3.3.5): <c>20260501</c>, <c>20260501T110000</c>, <c>20260501T100000Z</c>.</summary>
/// <param name="Local">Midnight where the form is a date.</param>
internal readonly record struct TimeValue(LocalDateTime Local, TimeForm Form)
{
    /// <summary>Nothing where it is not written so, or no calendar has that day: it is never bent to one that exists.</summary>
    public static TimeValue? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 8 || Digits(text[..8]) is not { } date)
            return null;
        var (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return null;
        var midnight = new LocalDate(year, month, day).AtMidnight();
        if (text.Length == 8)
            return new(midnight, TimeForm.Date);
        return Time(text[8..]) is { } time ? new(midnight.Date + time, text.Length == 16 ? TimeForm.Utc : TimeForm.Local) : null;
    }

    private static LocalTime? Time(ReadOnlySpan<char> text)
    {
        if (text.Length is not (7 or 8) || text[0] is not ('T' or 't') || Digits(text[1..7]) is not { } time)
            return null;
        if (text.Length == 8 && text[7] is not ('Z' or 'z'))
            return null;
        var (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100);
        // RFC 5545 §3.3.12: who knows no leap seconds takes the 60th for the 59th.
        return hour < 24 && minute < 60 && second <= 60 ? new LocalTime(hour, minute, Math.Min(second, 59)) : null;
    }

    private static int? Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return null;
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
