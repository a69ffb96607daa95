using System.Text;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>A file for each complaint, and the line it is of.</summary>
internal sealed record FaultExamples(Fault Fault, int Line, byte[] Octets, ReadingOptions? Options = null)
{
    private FaultExamples(Fault fault, int line, string text, ReadingOptions? options = null)
        : this(fault, line, Encoding.UTF8.GetBytes(text), options) { }

    private const string Series = "RRULE:FREQ=DAILY;COUNT=3";

    private static readonly string Whole = Ics.File(Ics.MayDay());

    public static IReadOnlyList<FaultExamples> All { get; } =
    [
        Limited(Fault.TooLarge, 0, new() { Octets = 99 }),
        Limited(Fault.TooManyLines, 6, new() { Lines = 5 }),
        Limited(Fault.LineTooLong, 5, new() { LineOctets = 42 }, "DTSTART:20260501T100000Z\nX-LONG:" + new string('x', 80)) with
        {
            Line = 11,
        },
        Limited(Fault.TooDeep, 4, new() { Depth = 1 }),
        Limited(Fault.TooManyComponents, 4, new() { Components = 1 }),
        Limited(Fault.TooManyProperties, 6, new() { PropertiesPerComponent = 2 }, "COMMENT:x") with
        {
            Line = 7,
        },
        Limited(Fault.TooManyParameters, 10, new() { ParametersPerProperty = 1 }, "X-A;B=1;C=2:x"),
        new(Fault.Empty, 1, "\r\n"),
        new(Fault.WebPage, 1, "<html></html>"),
        new(Fault.Archive, 1, "PK\u0003\u0004"),
        new(Fault.NotACalendar, 1, "Dear all,"),
        new(Fault.NotUtf8, 10, Encoding.Latin1.GetBytes(Ics.File(Ics.MayDay("LOCATION:Café")))),
        new(Fault.NotUtf16, 1, "B\0E\0G\0I\0N\0"),
        new(Fault.Truncated, 4, Whole[..Whole.IndexOf("END:VEVENT", StringComparison.Ordinal)]),
        new(Fault.Unbalanced, 10, Ics.File(Ics.MayDay("END:VALARM"))),
        new(Fault.OutsideCalendar, 12, Whole + Ics.MayDay()),
        new(Fault.OldVersion, 2, Whole.Replace("VERSION:2.0", "VERSION:1.0", StringComparison.Ordinal)),
        new(Fault.NoVersion, 1, Whole.Replace("VERSION:2.0\r\n", "", StringComparison.Ordinal)),
        new(Fault.OtherCalendarScale, 4, Ics.File("CALSCALE:JULIAN\n")),
        new(Fault.NotAnAnnouncement, 4, Ics.File("METHOD:REPLY\n")),
        Event(Fault.NoStart, 4, "DURATION:PT1H"),
        MayDay(Fault.NoSummary, 4, "SUMMARY:"),
        Event(Fault.BadTime, 8, "DTSTART:20260230"),
        Event(Fault.YearOutOfRange, 8, "DTSTART:19990501"),
        Event(Fault.EndNotAfterStart, 9, "DTSTART:20260501\nDTEND:20260501"),
        Event(Fault.MixedDateAndTime, 9, "DTSTART:20260501\nDTEND:20260501T100000Z"),
        Event(Fault.BadDuration, 9, "DTSTART:20260501\nDURATION:P0D"),
        MayDay(Fault.EndAndDuration, 10, "DURATION:PT1H"),
        Event(Fault.SkippedTime, 8, "DTSTART;TZID=Europe/London:20260329T013000"),
        Event(Fault.UnknownZone, 8, "DTSTART;TZID=Oldham:20260329T013000"),
        MayDay(Fault.StandsTwice, 10, "DTSTART:20260502"),
        MayDay(Fault.SequenceTooHigh, 10, "SEQUENCE:9999999999"),
        MayDay(Fault.FrequencyNotRead, 10, "RRULE:FREQ=HOURLY"),
        MayDay(Fault.RulePartNotRead, 10, "RRULE:FREQ=YEARLY;BYWEEKNO=1"),
        MayDay(Fault.BadRule, 10, "RRULE:often"),
        MayDay(Fault.IntervalOutOfRange, 10, "RRULE:FREQ=DAILY;INTERVAL=0"),
        MayDay(Fault.UntilAndCount, 10, "RRULE:FREQ=DAILY;COUNT=1;UNTIL=20260601"),
        MayDay(Fault.SeveralRules, 11, $"{Series}\n{Series}"),
        MayDay(Fault.ExceptionRule, 11, $"{Series}\nEXRULE:FREQ=DAILY"),
        MayDay(Fault.RangeNotRead, 10, "RECURRENCE-ID;RANGE=THISANDFUTURE:20260501T100000Z"),
        Limited(Fault.TooManyCandidates, 10, new() { CandidatesPerSeries = 1 }, Series),
        MayDay(Fault.PeriodNotRead, 10, "RDATE;VALUE=PERIOD:20260501T100000Z/PT1H"),
        MayDay(Fault.BadRecurrenceId, 10, "RECURRENCE-ID:first"),
        new(Fault.TwinUid, 11, Ics.File(Ics.MayDay(), Ics.MayDay("SUMMARY:Another"))),
        Limited(Fault.TooManyOccasions, 4, new() { OccasionsPerFile = 2 }, Series),
        Event(Fault.FloatingTime, 8, "DTSTART:20260501T110000"),
        new(Fault.TwoInstants, 21, Ics.File(Ics.Zone("Europe/London"), Ics.MayDay())) { Line = 23 },
        Event(Fault.AmbiguousTime, 8, "DTSTART;TZID=Europe/London:20261025T013000"),
        Event(Fault.NoEnd, 8, "DTSTART:20260501T110000Z"),
        new(Fault.NoProduct, 1, Whole.Replace("PRODID:-//Example//1//EN\r\n", "", StringComparison.Ordinal)),
        MayDay(Fault.NoUid, 4, "UID:"),
        MayDay(Fault.LongUid, 4, "UID:" + new string('u', 256)),
        MayDay(Fault.NoStamp, 9, "DTSTAMP:"),
        MayDay(Fault.NotAProperty, 10, "nonsense"),
        new(Fault.ZoneMatched, 23, Ics.File(Ics.Zone("Ours"), Ics.Event("DTSTART;TZID=Ours:20260501T110000", "DURATION:PT1H"))),
        MayDay(Fault.TextCut, 9, "SUMMARY:" + new string('s', 121)),
        MayDay(Fault.AddressDropped, 10, "URL:ftp://example.org/"),
        MayDay(Fault.BadPosition, 10, "GEO:here"),
        MayDay(Fault.UnknownStatus, 10, "STATUS:POSTPONED"),
        MayDay(Fault.BadSequence, 10, "SEQUENCE:-1"),
        new(Fault.OlderCopy, 11, Ics.File(Ics.MayDay(), Ics.MayDay())),
        Event(Fault.NoOccasion, 4, $"DTSTART:20200501\n{Series}"),
        Limited(Fault.OccasionsCut, 4, new() { OccasionsPerSeries = 2 }, Series),
        Event(Fault.StartOutsideRule, 8, "DTSTART:20260501\nRRULE:FREQ=WEEKLY;BYDAY=MO"),
        new(Fault.LooseOccasion, 12, Ics.File(Ics.MayDay(Series), Ics.MayDay("RECURRENCE-ID:20260601T100000Z"))),
        MayDay(Fault.OtherTimeForm, 11, $"{Series}\nEXDATE:20260502"),
        new(Fault.TextAfterEnd, 12, Whole + "X-COMMENT:Cached"),
        new(Fault.OwnRulesNotRead, 4, Ics.File(Ics.Zone("Europe/London", rules: "RRULE:FREQ=SECONDLY;X="), Ics.MayDay())),
        new(Fault.NoEvents, 0, Ics.File()),
        Limited(Fault.MoreComplaints, 0, new() { Complaints = 0 }, "nonsense"),
    ];

    private static FaultExamples Event(Fault fault, int line, string lines) => new(fault, line, Ics.File(Ics.Event(lines)));

    private static FaultExamples MayDay(Fault fault, int line, string lines) => new(fault, line, Ics.File(Ics.MayDay(lines)));

    private static FaultExamples Limited(Fault fault, int line, ReadingLimits limits, string lines = "COMMENT:x") =>
        new(fault, line, Ics.File(Ics.MayDay(lines)), Ics.Options with { Limits = limits });
}
