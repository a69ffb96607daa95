using System.Text;
using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>Small files, written by hand as an exporter would.</summary>
internal static class Ics
{
    public static readonly ReadingOptions Options = new() { Today = new LocalDate(2026, 4, 1), DefaultZone = Sample.London };

    /// <summary>What every event here has but its own lines.</summary>
    private const string Stamp = "DTSTAMP:20260101T000000Z";

    /// <summary>The four lines before the first event, which therefore begins on line 4.</summary>
    public static string File(params IEnumerable<string> components) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//1//EN\r\n{string.Concat(components)}END:VCALENDAR\r\n";

    /// <summary>An event of the given lines, with UID, DTSTAMP and SUMMARY where they are not among them.</summary>
    public static string Event(params IEnumerable<string> lines)
    {
        string[] given = [.. lines.SelectMany(line => line.Split('\n')).Select(line => line.TrimEnd('\r'))];
        string Unless(string name, string line) =>
            given.Any(l => l.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ? "" : line + "\r\n";
        return "BEGIN:VEVENT\r\n"
            + Unless("UID", "UID:1@example.org")
            + Unless("DTSTAMP", Stamp)
            + Unless("SUMMARY", "SUMMARY:May Day rally")
            + string.Concat(given.Select(line => line + "\r\n"))
            + "END:VEVENT\r\n";
    }

    /// <summary>An event on 1 May 2026 from 11:00 to 14:00 in London, with more lines.</summary>
    public static string MayDay(params IEnumerable<string> lines) =>
        Event(["DTSTART;TZID=Europe/London:20260501T110000", "DTEND;TZID=Europe/London:20260501T140000", .. lines]);

    /// <summary>A time zone of one rule for summer and one for winter, Berlin's unless told otherwise.</summary>
    public static string Zone(
        string id,
        string winter = "+0100",
        string summer = "+0200",
        string rules = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH="
    ) =>
        $"""
            BEGIN:VTIMEZONE
            TZID:{id}
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:{summer}
            TZOFFSETTO:{winter}
            {rules}10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:{winter}
            TZOFFSETTO:{summer}
            {rules}3
            END:DAYLIGHT
            END:VTIMEZONE

            """;

    public static CalendarFile Read(string text, ReadingOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static CalendarFile Read(byte[] octets, ReadingOptions? options = null) => CalendarFile.Read(octets, options ?? Options);

    /// <summary>The events of a file of these components.</summary>
    public static CalendarFile ReadFile(params IEnumerable<string> components) => Read(File(components));

    /// <summary>The one event of a file that nobody complains of.</summary>
    public static ReadEvent ReadEvent(params IEnumerable<string> components)
    {
        var file = ReadFile(components);
        Assert.Equal([], file.Faults());
        return Assert.Single(file.Events);
    }

    public static Fault[] Faults(this CalendarFile file) => [.. file.Complaints.Select(complaint => complaint.Fault)];

    /// <summary>The starts in UTC, as the form of iCalendar has them; dates for whole days.</summary>
    public static string[] Starts(this CalendarFile file) => [.. file.Events.Select(e => Told(e.Times.Start, e.Times.IsAllDay))];

    public static string Start(this ReadEvent e) => Told(e.Times.Start, e.Times.IsAllDay);

    public static string End(this ReadEvent e) => Told(e.Times.End, e.Times.IsAllDay);

    private static string Told(Instant instant, bool isDate) =>
        instant.ToString(isDate ? "uuuuMMdd" : "uuuuMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
