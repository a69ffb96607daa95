using NodaTime;
using NodaTime.TimeZones;

namespace Rallies.Calendars;

/// <summary>One STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 §3.6.5): from one offset to another, every year or once and for all.</summary>
internal sealed record Observance(string Name, Offset From, Offset To, YearlyOnset? Onset)
{
    // Outlook accepts observances only when they are anchored in 1970.
    private const int Anchor = 1970;

    /// <summary>Wall offsets, not savings: Dublin's winter is "negative" daylight time in law, and ordinary standard time to every reader.</summary>
    public bool IsDaylight => To > From;

    public static Observance Always(ZoneInterval interval) => new(interval.Name, interval.WallOffset, interval.WallOffset, Onset: null);

    public void Write(CalendarWriter writer)
    {
        var kind = IsDaylight ? "DAYLIGHT"u8 : "STANDARD"u8;
        writer.Begin(kind);
        writer.Property("DTSTART"u8).Local(Onset?.In(Anchor) ?? new LocalDateTime(Anchor, 1, 1, 0, 0));
        writer.Property("TZOFFSETFROM"u8).Offset(From);
        writer.Property("TZOFFSETTO"u8).Offset(To);
        writer.Text("TZNAME"u8, Name);
        if (Onset is not null)
            writer.Property("RRULE"u8).Token(Rule(Onset));
        writer.End(kind);
    }

    private static byte[] Rule(YearlyOnset onset)
    {
        var day = onset.Day.ToString()[..2].ToUpperInvariant();
        return System.Text.Encoding.ASCII.GetBytes(
            FormattableString.Invariant($"FREQ=YEARLY;BYMONTH={onset.Month};BYDAY={onset.Week}{day}")
        );
    }
}
