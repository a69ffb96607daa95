using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>How long an event takes: days and time by the wall clock, then exact time (RFC 5545 §3.3.6).</summary>
/// <param name="Wall">By the wall clock: a night from 22:00 to 06:00 ends at 06:00 also when the clocks change in it.</param>
/// <param name="Exact">By a stopwatch.</param>
internal readonly record struct Length(Period Wall, Duration Exact)
{
    private const int MostDigits = 9;

    public bool IsPositive => ToDuration() > Duration.Zero;

    /// <summary>With days of 24 hours.</summary>
    public Duration ToDuration() => Wall.ToDuration() + Exact;

    /// <summary>The same in days alone, as whole days want it: Google writes PT86400S for one. Nothing where a part of a day is left.</summary>
    public Length? InDays() => ToDuration() is { NanosecondOfDay: 0 } duration ? new(Period.FromDays(duration.Days), Duration.Zero) : null;

    /// <summary>A DURATION (RFC 5545 §3.3.6), such as <c>P1D</c>, <c>PT2H30M</c>, <c>-PT15M</c>; nothing where it is not written so.</summary>
    public static Length? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var negative = text.StartsWith("-");
        text = text.TrimStart("+-");
        if (text.Length < 3 || text[0] is not ('P' or 'p'))
            return null;
        long days = 0,
            seconds = 0,
            number = 0;
        var (digits, inTime) = (0, false);
        foreach (var c in text[1..])
        {
            if (char.IsAsciiDigit(c))
            {
                number = number * 10 + (c - '0');
                if (++digits > MostDigits)
                    return null;
                continue;
            }
            var unit = char.ToUpperInvariant(c);
            if (unit == 'T' && !inTime && digits == 0)
            {
                inTime = true;
                continue;
            }
            var (ofDays, ofSeconds) = (unit, inTime) switch
            {
                ('W', false) => (7, 0),
                ('D', false) => (1, 0),
                ('H', true) => (0, 3600),
                ('M', true) => (0, 60),
                ('S', true) => (0, 1),
                _ => (0, 0),
            };
            if (digits == 0 || ofDays + ofSeconds == 0)
                return null;
            (days, seconds) = (days + number * ofDays, seconds + number * ofSeconds);
            (number, digits) = (0, 0);
        }
        // Far more than any limit, and far from what NodaTime can count.
        if (digits > 0 || days > 100_000 || seconds > 100_000L * 86_400)
            return null;
        var sign = negative ? -1 : 1;
        return new(Period.FromDays((int)days * sign), Duration.FromSeconds(seconds * sign));
    }
}
