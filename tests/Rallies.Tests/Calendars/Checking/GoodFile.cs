using System.Text;
using Rallies.Calendars.Checking;

namespace Rallies.Tests.Calendars.Checking;

/// <summary>A file with nothing to find, written by hand, and the ways to spoil it.</summary>
internal static class GoodFile
{
    public const string Text = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//1//EN
        CALSCALE:GREGORIAN
        NAME:Rallies in Oldham
        X-WR-CALNAME:Rallies in Oldham
        DESCRIPTION:Every rally
        X-WR-CALDESC:Every rally
        UID:oldham@example.org
        URL;VALUE=URI:https://example.org/
        SOURCE;VALUE=URI:https://example.org/all.ics
        LAST-MODIFIED:20260203T091530Z
        REFRESH-INTERVAL;VALUE=DURATION:PT1H
        X-PUBLISHED-TTL:PT1H
        COLOR:crimson
        X-APPLE-CALENDAR-COLOR:#DC143C
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        DTSTART:19700329T010000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19701025T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:1@example.org
        DTSTAMP:20260203T091530Z
        LAST-MODIFIED:20260203T091530Z
        CREATED:20260203T091530Z
        SEQUENCE:0
        STATUS:CONFIRMED
        DTSTART;TZID=Europe/London:20260501T110000
        DTEND;TZID=Europe/London:20260501T140000
        SUMMARY:Oldham: May Day rally
        LOCATION:Town Hall\, Oldham
        GEO:53.541100;-2.111400
        X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="Town Hall, Oldham":geo:53,-2
        DESCRIPTION:Bring a banner –\; it’s free.\nhttps://example.org/1
        URL:https://example.org/1
        CATEGORIES:Rally,May Day
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """;

    public static byte[] Octets => ToOctets(Text);

    /// <summary>The file with one text in the place of another; nothing else changes.</summary>
    public static byte[] With(string text, string instead) => ToOctets(Replaced(text, instead));

    /// <summary>The file with lines after the one that begins so.</summary>
    public static byte[] Adding(string after, params string[] lines)
    {
        var begin = Text.IndexOf("\n" + after, StringComparison.Ordinal) + 1;
        var end = Text.IndexOf('\n', begin) + 1;
        Assert.True(begin > 0, $"No line begins with {after}.");
        return ToOctets(Text.Insert(end, string.Concat(lines.Select(line => line + "\n"))));
    }

    /// <summary>The file without the line that begins so.</summary>
    public static byte[] Without(string line)
    {
        var begin = Text.IndexOf("\n" + line, StringComparison.Ordinal) + 1;
        Assert.True(begin > 0, $"No line begins with {line}.");
        return ToOctets(Text.Remove(begin, Text.IndexOf('\n', begin) + 1 - begin));
    }

    public static byte[] ToOctets(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    public static string Replaced(string text, string instead)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return Text.Replace(text, instead, StringComparison.Ordinal);
    }

    public static CalendarCheck Check(this byte[] octets) => CalendarCheck.Of(octets, cancellation: TestContext.Current.CancellationToken);

    /// <summary>Rule, weight and line of each finding: "fault B3 45".</summary>
    public static string[] Told(this CalendarCheck check) =>
        [.. check.Findings.Select(f => FormattableString.Invariant($"{f.Weight} {f.Rule} {f.Line}").ToLowerInvariant())];
}
