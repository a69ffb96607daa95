using System.Text;
using static Rallies.Tests.Calendars.Checking.GoodFile;

namespace Rallies.Tests.Calendars.Checking;

/// <summary>The good file, spoilt in one way each, and what is found in it: nothing else.</summary>
internal sealed record SpoiltFiles(string Name, byte[] Octets, string Finding)
{
    private const string Event = "BEGIN:VEVENT";
    private const string Start = "DTSTART;TZID=Europe/London:20260501T110000";
    private const string End = "DTEND;TZID=Europe/London:20260501T140000";

    private static readonly string LongPath = new('x', 58);

    public static IReadOnlyList<SpoiltFiles> All { get; } =
    [
        new("a byte order mark", [0xEF, 0xBB, 0xBF, .. GoodFile.Octets], "fault b1 1"),
        new("UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text.ReplaceLineEndings("\r\n"))], "fault b1 1"),
        new("Latin-1", Encoding.Latin1.GetBytes(Replaced("Every rally", "Café").ReplaceLineEndings("\r\n")), "fault b1 7"),
        new("a bare LF", Replace(GoodFile.Octets, "SEQUENCE:0\r\n", "SEQUENCE:0\n"), "fault b2 39"),
        new("a bare CR", Replace(GoodFile.Octets, "SEQUENCE:0\r\n", "SEQUENCE:0\r"), "fault b2 39"),
        new("no last line break", GoodFile.Octets[..^2], "fault b2 52"),
        new("76 octets", Adding("SEQUENCE", "X-LONG:" + new string('x', 69)), "fault b3 40"),
        new("75 characters of 76 octets", Adding("SEQUENCE", "X-LONG:é" + new string('x', 67)), "fault b3 40"),
        new("a fold in a character", Folded("Bring a banner –"), "fault b3 48"),
        new("a control character", Adding("SEQUENCE", "COMMENT:a\u0007b"), "fault b4 40"),
        new("a hidden character", Adding("SEQUENCE", "COMMENT:abc\u202Edef"), "advice b4 40"),
        new("an escaped colon", With("Oldham: May", "Oldham\\: May"), "fault b4 43"),
        new("a backslash at the end", With("May Day rally\n", "May Day rally\\\n"), "fault b4 43"),
        new("a bare comma", With("Oldham: May", "Oldham, May"), "fault b4 43"),
        new("a bare semicolon", With("Oldham: May", "Oldham; May"), "fault b4 43"),
        new("an escaped address", Adding("SEQUENCE", "IMAGE;VALUE=URI:https://example.org/a\\,b"), "fault b5 40"),
        new("a relative address", Adding("SEQUENCE", "IMAGE;VALUE=URI:/a"), "fault b5 40"),
        new("an address beyond ASCII", Adding("SEQUENCE", "IMAGE;VALUE=URI:https://example.org/é"), "fault b5 40"),
        new("a line without a colon", Adding("SEQUENCE", "nonsense"), "fault b6 40"),
        new("a parameter without a value", Adding("SEQUENCE", "X-A;B:c"), "fault b6 40"),
        new("a quote inside a parameter", Adding("SEQUENCE", "X-A;B=c\"d\":e"), "fault b6 40"),
        new("a colon without quotes", Adding("SEQUENCE", "X-A;B=(c:d) e:f"), "fault b6 40"),
        new("a blank line", Adding("SEQUENCE", ""), "fault b7 40"),
        new("no value", Adding("SEQUENCE", "COMMENT:"), "fault b7 40"),
        new("no version", Without("VERSION"), "fault c1 1"),
        new("an old version", With("VERSION:2.0", "VERSION:2.1"), "fault c1 2"),
        new("no product", Without("PRODID"), "fault c1 1"),
        new("a Julian calendar", With("GREGORIAN", "JULIAN"), "fault c1 4"),
        new("two colours", Adding("COLOR", "COLOR:red"), "fault c1 16"),
        new("one name", Without("X-WR-CALNAME"), "advice c2 5"),
        new("two names", With("X-WR-CALNAME:Rallies in Oldham", "X-WR-CALNAME:Oldham"), "advice c2 6"),
        new("two descriptions", With("X-WR-CALDESC:Every rally", "X-WR-CALDESC:Most"), "advice c2 8"),
        new("no identity", Without("UID:oldham"), "advice c3 1"),
        new("an untyped source", With("SOURCE;VALUE=URI", "SOURCE"), "fault c3 11"),
        new("a local stamp", With("LAST-MODIFIED:20260203T091530Z\nREFRESH", "LAST-MODIFIED:20260203T091530\nREFRESH"), "fault c3 12"),
        new("no interval", Without("REFRESH-INTERVAL"), "advice c4 1"),
        new("an untyped interval", With("REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL"), "fault c4 13"),
        new("an interval in words", With("X-PUBLISHED-TTL:PT1H", "X-PUBLISHED-TTL:hourly"), "fault c4 14"),
        new("no colour", Without("COLOR"), "advice c5 1"),
        new("no such colour", With("crimson", "labour"), "fault c5 15"),
        new("a colour without figures", With("#DC143C", "crimson"), "fault c5 16"),
        new("a method", Adding("CALSCALE", "METHOD:PUBLISH"), "advice c6 5"),
        new("a bare zone", Adding("CALSCALE", "TIMEZONE-ID:Europe/London"), "fault c6 5"),
        new("a zone for all", Adding("CALSCALE", "X-WR-TIMEZONE:Europe/London"), "advice c6 5"),
        new("words after the end", [.. GoodFile.Octets, .. "COMMENT:by hand\r\n"u8], "fault c7 53"),
        new(
            "nothing inside",
            ToOctets(Text[..Text.IndexOf("BEGIN:VTIMEZONE", StringComparison.Ordinal)] + "END:VCALENDAR\n"),
            "fault c8 1"
        ),
        new("a recurrence", Adding("SEQUENCE", "RRULE:FREQ=WEEKLY;COUNT=2"), "advice d2 40"),
        new("a venue of RFC 9073", Adding("TRANSP", "BEGIN:VLOCATION", "UID:v", "END:VLOCATION"), "fault d5 51"),
        new("a link of RFC 9253", Adding("TRANSP", "CONCEPT:https://example.org/c"), "advice d5 51"),
        new("an alarm", Adding("TRANSP", "BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT1H", "END:VALARM"), "advice d6 51"),
        new("two titles", Adding("SUMMARY", "SUMMARY:Again"), "fault e1 44"),
        new("no start", Replace(Without("DTSTART;TZID"), End + "\r\n", ""), "fault e1 34"),
        new("no creation", Without("CREATED"), "advice e1 34"),
        new("no UID", Without("UID:1"), "fault e2 34"),
        new("a UID twice", ToOctets(Text.Insert(Text.IndexOf(Event, StringComparison.Ordinal), Vevent)), "fault e2 53"),
        new("no stamp", Without("DTSTAMP"), "fault e3 34"),
        new("a local creation", With("CREATED:20260203T091530Z", "CREATED:20260203T091530"), "fault e3 38"),
        new("another stamp", With("DTSTAMP:20260203", "DTSTAMP:20260204"), "advice e3 36"),
        new("no time of change", Replace(GoodFile.Octets, "LAST-MODIFIED:20260203T091530Z\r\nCREATED", "CREATED"), "advice e4 34"),
        new("a negative sequence", With("SEQUENCE:0", "SEQUENCE:-1"), "fault e5 39"),
        new("no sequence", Without("SEQUENCE"), "advice e5 34"),
        new("the American spelling", With("CONFIRMED", "CANCELED"), "fault e6 40"),
        new("no status", Without("STATUS"), "advice e6 34"),
        new("cancelled without a word", With("CONFIRMED", "CANCELLED"), "advice e6 43"),
        new("no such day", With(Start, "DTSTART;TZID=Europe/London:20260231T110000"), "fault e7 41"),
        new("small letters", With(Start, "DTSTART;TZID=Europe/London:20260501t110000"), "fault e7 41"),
        new("no such hour", With(Start, "DTSTART;TZID=Europe/London:20260501T250000"), "fault e7 41"),
        new("a floating time", With(Start, "DTSTART:20260501T110000"), "fault e7 41"),
        new("a zone beside Z", With(Start, Start + "Z"), "fault e7 41"),
        new("a zone that is not there", With(Start, "DTSTART;TZID=Europe/Dublin:20260501T110000"), "fault e7 41"),
        new("a zone without offsets", Without("TZOFFSETTO"), "fault e7 19"),
        new("a zone in UTC", With("19700329T010000", "19700329T010000Z"), "fault e7 19"),
        new("a zone that is no more", With("Europe/London", "Our zone"), "fault e7 18"),
        new("a zone by Windows' name", With("Europe/London", "GMT Standard Time"), "fault e7 18"),
        new("a zone of three parts", Adding("END:DAYLIGHT", [.. Standard.Split('\n')]), "advice e7 17"),
        new("a zone that lies", With("TZOFFSETTO:+0100", "TZOFFSETTO:+0200"), "fault e7 41"),
        new("an end before the start", With("20260501T140000", "20260501T100000"), "fault e7 42"),
        new("an end by another clock", With(End, "DTEND:20260501T100000Z"), "fault e7 42"),
        new("an end and a length", Adding("DTEND", "DURATION:PT3H"), "fault e7 43"),
        new("no length", With(End, "DURATION:PT0S"), "fault e7 42"),
        new("a day and an hour", With(End, "DTEND;VALUE=DATE:20260502"), "fault e7 42"),
        new("no end", Without("DTEND"), "advice e7 34"),
        new("a date without its type", Replace(With(Start, "DTSTART:20260501"), End, "DTEND;VALUE=DATE:20260502"), "fault e8 41"),
        new("a skipped hour", Replace(With("20260501T110000", "20260329T013000"), "20260501T14", "20260329T14"), "fault e9 41"),
        new("an hour twice", Replace(With("20260501T110000", "20261025T013000"), "20260501T14", "20261025T14"), "advice e9 41"),
        new("no title", Without("SUMMARY"), "advice e10 34"),
        new("a long title", With("May Day rally\n", $"{LongPath}\n {LongPath}\n"), "advice e10 43"),
        new("a place in lines", With("LOCATION:Town Hall\\, ", "LOCATION:Town Hall\\n"), "advice e11 44"),
        new("a position with a comma", With("GEO:53.541100;", "GEO:53.541100,"), "fault e11 45"),
        new("a position beyond the pole", With("GEO:53.541100;", "GEO:93.541100;"), "fault e11 45"),
        new("another title for Apple", With("X-TITLE=\"Town Hall, Oldham\"", "X-TITLE=Oldham"), "advice e11 46"),
        new("tags", With("Bring a banner", "<b>Bring</b> it"), "advice e12 47"),
        new("HTML beside", Adding("DESCRIPTION:Bring", "X-ALT-DESC:html"), "advice e12 48"),
        new("a page not told", With("\\nhttps://example.org/1\nURL", "\nURL"), "advice e12 47"),
        new("no kind", Without("CATEGORIES"), "advice e13 34"),
        new("half transparent", With("TRANSP:TRANSPARENT", "TRANSP:HALF"), "fault e13 50"),
        new("an organiser", Adding("TRANSP", "ORGANIZER:mailto:a@example.org"), "advice e14 51"),
        new("too much for Google", TooMuch, "fault e16 0"),
    ];

    private static string Vevent =>
        Text[Text.IndexOf(Event, StringComparison.Ordinal)..Text.IndexOf("END:VCALENDAR", StringComparison.Ordinal)];

    private static string Standard =>
        Text[Text.IndexOf("BEGIN:STANDARD", StringComparison.Ordinal)..Text.IndexOf("\nEND:VTIMEZONE", StringComparison.Ordinal)]
            .Replace("1970", "1972", StringComparison.Ordinal);

    private static byte[] TooMuch
    {
        get
        {
            var lines = string.Concat(Enumerable.Repeat("X-A:" + new string('x', 71) + "\n", 400));
            var events = Enumerable.Range(2, 30).Select(i => Vevent.Replace("UID:1@", $"UID:{i}@", StringComparison.Ordinal));
            return ToOctets(
                Text.Insert(
                    Text.IndexOf(Event, StringComparison.Ordinal),
                    string.Concat(events.Select(e => e.Replace("TRANSP", lines + "TRANSP", StringComparison.Ordinal)))
                )
            );
        }
    }

    // Inside the dash, whose first octet is the last of the line.
    private static byte[] Folded(string before)
    {
        var octets = GoodFile.Octets;
        var at = octets.AsSpan().IndexOf(Encoding.UTF8.GetBytes(before)) + Encoding.UTF8.GetByteCount(before) - 1;
        return [.. octets[..at], .. "\r\n "u8, .. octets[at..]];
    }

    private static byte[] Replace(byte[] octets, string text, string instead)
    {
        var whole = Encoding.UTF8.GetString(octets);
        Assert.Contains(text, whole, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(whole.Replace(text, instead, StringComparison.Ordinal));
    }
}
