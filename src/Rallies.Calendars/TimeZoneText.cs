using System.Buffers;
using NodaTime;

namespace Rallies.Calendars;

/// <summary>
/// A VTIMEZONE (RFC 5545 §3.6.5) in the one shape that every reader understands, Outlook included: one STANDARD and at most
/// one DAYLIGHT, each with a yearly rule. It is the same in every calendar, and says since when it is true.
/// </summary>
public sealed class TimeZoneText
{
    private readonly Instant since;

    internal TimeZoneText(string id, SettledRules rules)
    {
        Id = id;
        since = rules.Since;
        var output = new ArrayBufferWriter<byte>(512);
        var writer = new CalendarWriter(output);
        writer.Begin("VTIMEZONE"u8);
        writer.Text("TZID"u8, id);
        foreach (var observance in rules.Observances)
            observance.Write(writer);
        writer.End("VTIMEZONE"u8);
        Octets = output.WrittenSpan.ToArray();
    }

    /// <summary>The IANA name, never an alias.</summary>
    public string Id { get; }

    /// <summary>From BEGIN:VTIMEZONE to END:VTIMEZONE and its line break.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    internal static TimeZoneText Utc { get; } = new("Etc/UTC", SettledRules.Of(DateTimeZone.Utc)!);

    /// <summary>
    /// Whether the rules hold for an event, and for the years before and after it; otherwise it has to be written in UTC.
    /// They are known to the year 2100.
    /// </summary>
    public bool Holds(Instant start, Instant end) =>
        since <= Instant.FromUtc(Math.Max(start.InUtc().Year - 1, 1), 1, 1, 0, 0) && end.InUtc().Year < SettledRules.Until.InUtc().Year - 1;
}
