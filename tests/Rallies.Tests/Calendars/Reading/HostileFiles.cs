using System.IO.Compression;
using System.Text;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>Files meant to make a reader hang, overflow, fetch or guess; and what becomes of each.</summary>
internal sealed record HostileFiles(string Name, byte[] Octets, Fault[] Faults, int Events = 0)
{
    private static readonly string Valid = Ics.File(Ics.MayDay());

    public static IReadOnlyList<HostileFiles> All { get; } =
    [
        Rule("every second", "FREQ=SECONDLY", Fault.FrequencyNotRead),
        Rule("two thousand million seconds", "FREQ=SECONDLY;COUNT=2000000000", Fault.FrequencyNotRead),
        Rule("30 February", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", Fault.StartOutsideRule) with
        {
            Events = 1,
        },
        Rule("the second of one", "FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2", Fault.StartOutsideRule) with
        {
            Events = 1,
        },
        Rule(
            "every second of a year by lists",
            $"FREQ=YEARLY;COUNT=1;BYMONTH={To(1, 12)};BYMONTHDAY={To(1, 31)};BYHOUR={To(0, 23)};BYMINUTE={To(0, 59)};BYSECOND={To(0, 59)}",
            Fault.RulePartNotRead
        ),
        Rule("no step", "FREQ=DAILY;INTERVAL=0", Fault.IntervalOutOfRange),
        Rule("a step without end", "FREQ=DAILY;INTERVAL=99999999999999999999", Fault.IntervalOutOfRange),
        Rule("until the year 9999", "FREQ=DAILY;UNTIL=99991231T235959Z", Fault.OccasionsCut) with
        {
            Events = 366,
        },
        Text("from the year 1", Ics.File(Ics.Event("DTSTART:00010101T000000Z", "RRULE:FREQ=DAILY")), Fault.YearOutOfRange),
        Text("all excluded by a rule", Ics.File(Ics.MayDay("RRULE:FREQ=MINUTELY", "EXRULE:FREQ=MINUTELY")), Fault.ExceptionRule),
        Text(
            "20,000 excluded dates",
            Ics.File(
                Ics.MayDay(
                    Enumerable.Range(0, 20_000).Select(i => $"EXDATE:202605{i % 28 + 1:00}T{i % 24:00}0000Z").Prepend("RRULE:FREQ=DAILY")
                )
            ),
            Fault.TooManyProperties
        ),
        Text("no end", Valid[..Valid.IndexOf("END:VEVENT", StringComparison.Ordinal)], Fault.Truncated),
        Text("5,000 events inside each other", Ics.File(Many(5_000, "BEGIN:VEVENT\r\n") + Many(5_000, "END:VEVENT\r\n")), Fault.Unbalanced),
        Text("5,000 unknown things inside each other", Ics.File(Many(5_000, "BEGIN:X\r\n") + Many(5_000, "END:X\r\n")), Fault.TooDeep),
        Text("nothing but beginnings", Many(20_000, "BEGIN:VCALENDAR\r\n"), Fault.Unbalanced),
        Text(
            "a fold after every octet",
            Ics.File(Ics.MayDay("SUMMARY:" + string.Join("\r\n ", Enumerable.Repeat('x', 20_000)))),
            Fault.TextCut
        ) with
        {
            Events = 1,
        },
        Text(
            "a fold after every octet, on and on",
            Ics.File(Ics.MayDay("SUMMARY:" + string.Join("\r\n ", Enumerable.Repeat('x', 60_000)))),
            Fault.TooManyLines
        ),
        Text("one line of a megabyte", Ics.File(Ics.MayDay("SUMMARY:" + new string('x', 1_000_000))), Fault.LineTooLong),
        Text(
            "10,000 parameters",
            Ics.File(Ics.MayDay("X-P" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $";A{i}=b")) + ":v")),
            Fault.LineTooLong
        ),
        Text(
            "1,000 parameters",
            Ics.File(Ics.MayDay("X-P" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $";A{i}=b")) + ":v")),
            Fault.TooManyParameters
        ),
        Text("5,000 events with one UID", Ics.File(Enumerable.Repeat(Ics.Event("DTSTART:20260501"), 5_000)), Fault.TooManyComponents),
        Text(
            "20,000 guests",
            Ics.File(Ics.MayDay(Enumerable.Range(0, 20_000).Select(i => $"ATTENDEE;CN=A{i}:mailto:a{i}@example.org"))),
            Fault.TooManyProperties
        ),
        Text(
            "an attachment of a megabyte",
            Ics.File(Ics.MayDay("ATTACH;ENCODING=BASE64;VALUE=BINARY:" + Many(250_000, "QUFB"))),
            Fault.LineTooLong
        ),
        Text(
            "addresses to fetch",
            Ics.File(
                Ics.MayDay(
                    "URL:javascript:alert(1)",
                    "ATTACH:file:///etc/passwd",
                    "ATTACH:http://169.254.169.254/latest/meta-data/",
                    "IMAGE;VALUE=URI:http://127.0.0.1:5432/",
                    "X-ALT-DESC;FMTTYPE=text/html:<script>alert(1)</script>",
                    "DESCRIPTION:<img src=x onerror=alert(1)>"
                )
            ),
            Fault.AddressDropped
        ) with
        {
            Events = 1,
        },
        Text("text that reads backwards", Ics.File(Ics.MayDay("LOCATION:\u202Eelbirroh\u202C\u200B\u2066x")), []) with
        {
            Events = 1,
        },
        Text("zeros and controls", Ics.File(Ics.MayDay("LOCATION:a\0b\u0007c\u001B[31m")), []) with
        {
            Events = 1,
        },
        Text("a line break in a parameter", Ics.File(Ics.MayDay("ORGANIZER;CN=\"a^nATTENDEE:x\":mailto:a@example.org")), []) with
        {
            Events = 1,
        },
        new("UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Valid)], [], Events: 1),
        new("Latin 1", Encoding.Latin1.GetBytes(Ics.File(Ics.MayDay("LOCATION:Café"))), [Fault.NotUtf8]),
        new(
            "overlong forms, surrogates and 0xFF",
            Encoding.Latin1.GetBytes(Ics.File(Ics.MayDay("LOCATION:\u00C0\u00AF\u00ED\u00A0\u0080\u00FF"))),
            [Fault.NotUtf8]
        ),
        Text("CR alone", Valid.Replace("\r\n", "\r", StringComparison.Ordinal), []) with
        {
            Events = 1,
        },
        Text("a web page", "<!DOCTYPE html><html><body>Please log in</body></html>", Fault.WebPage),
        Text("nothing", "", Fault.Empty),
        new("a zip file", [.. "PK\u0003\u0004"u8, .. new byte[200]], [Fault.Archive]),
        new("gzip", Compressed(Valid), [Fault.Archive]),
        Text("the year 9999", Ics.File(Ics.Event("DTSTART:99991231T235959Z")), Fault.YearOutOfRange),
        Text("a leap second", Ics.File(Ics.Event("DTSTART:20161231T235960Z")), Fault.NoEnd) with
        {
            Events = 1,
        },
        Text("30 February as a start", Ics.File(Ics.Event("DTSTART:20260230T100000Z")), Fault.BadTime),
        Text("less than no length", Ics.File(Ics.Event("DTSTART:20260501T100000Z", "DURATION:-PT1H")), Fault.BadDuration),
        Text("a length without end", Ics.File(Ics.Event("DTSTART:20260501T100000Z", "DURATION:P99999999999W")), Fault.BadDuration),
        Text("a path for a zone", Ics.File(Ics.Event("DTSTART;TZID=../../../../etc/passwd:20260501T100000")), Fault.UnknownZone),
        Text(
            "a zone that changes every second",
            Ics.File(Ics.Zone("X/Y", rules: "RRULE:FREQ=SECONDLY;X="), Ics.Event("DTSTART;TZID=X/Y:20260501T100000")),
            Fault.OwnRulesNotRead,
            Fault.UnknownZone
        ),
        Zone("a zone of 16,000 rules", 400, "FREQ=YEARLY;BYMONTH=3"),
        Zone("a zone of rules that fit every day", 100, $"FREQ=YEARLY;BYMONTH=3;BYMONTHDAY={To(1, 31)}"),
        Zone("a zone of rules that never fit", 300, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        Text("a UID of a megabyte", Ics.File(Ics.MayDay("UID:" + new string('u', 1_000_000))), Fault.LineTooLong),
        Text(
            "a cancellation by a stranger",
            Ics.File("METHOD:CANCEL\r\n", Ics.MayDay("STATUS:CANCELLED", "SEQUENCE:2147483647")),
            Fault.NotAnAnnouncement
        ),
        Text("a changed occasion of nothing", Ics.File(Ics.MayDay("RECURRENCE-ID:20260501T100000Z")), []) with
        {
            Events = 1,
        },
        Text("a sequence beyond all numbers", Ics.File(Ics.MayDay("SEQUENCE:99999999999999999999")), Fault.SequenceTooHigh),
    ];

    public override string ToString() => Name;

    private static HostileFiles Rule(string name, string rule, params Fault[] faults) =>
        Text(name, Ics.File(Ics.Event("DTSTART;VALUE=DATE:20260401", $"RRULE:{rule}")), faults);

    private static HostileFiles Zone(string name, int times, string rule) =>
        Text(
            name,
            Ics.File(
                "BEGIN:VTIMEZONE\r\nTZID:X/Y\r\n",
                Many(
                    40,
                    "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"
                        + Many(times, $"RRULE:{rule}\r\n")
                        + "END:STANDARD\r\n"
                ),
                "END:VTIMEZONE\r\n",
                Ics.Event("DTSTART;TZID=X/Y:20260501T100000")
            ),
            Fault.OwnRulesNotRead,
            Fault.UnknownZone
        );

    private static HostileFiles Text(string name, string text, params Fault[] faults) => new(name, Encoding.UTF8.GetBytes(text), faults);

    private static string Many(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    private static string To(int first, int last) => string.Join(',', Enumerable.Range(first, last - first + 1));

    private static byte[] Compressed(string text)
    {
        using var octets = new MemoryStream();
        using (var gzip = new GZipStream(octets, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return octets.ToArray();
    }
}
