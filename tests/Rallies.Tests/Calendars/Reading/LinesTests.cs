using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class LinesTests
{
    [Fact]
    public void I4_names_are_read_in_any_case()
    {
        var e = Ics.ReadEvent(
            "begin:vevent\nUid:a\ndtstamp:20260101T000000Z\nDtStart;tzid=europe/london:20260501T110000\ndtend;Tzid=EUROPE/LONDON:20260501t140000\nsummary:x\nstatus:tentative\nEnd:Vevent\n"
        );

        Assert.Equal(("20260501T100000Z", "a"), (e.Start(), e.Uid));
        Assert.Equal(Rallies.Calendars.EventStatus.Tentative, e.Status);
    }

    [Theory]
    [InlineData(@"C:\\new\\banner", @"C:\new\banner")]
    [InlineData(@"bread\; roses\, too", "bread; roses, too")]
    [InlineData(@"one\ntwo\Nthree", "one\ntwo\nthree")]
    [InlineData(@"\\n", @"\n")]
    [InlineData(@"\\\n", "\\\n")]
    [InlineData(@"11\:00 \""sharp\""", "11:00 \"sharp\"")]
    [InlineData(@"C:\temp", @"C:\temp")]
    [InlineData(@"end\", @"end\")]
    [InlineData("plain; with, unescaped: marks", "plain; with, unescaped: marks")]
    public void I4_text_is_unescaped_in_one_pass(string written, string text) =>
        Assert.Equal(text.Trim(), Ics.ReadEvent(Ics.MayDay($"DESCRIPTION:{written}")).Description);

    [Theory]
    [InlineData("CN=Ann Other", "Ann Other")]
    [InlineData("CN=\"Other; Ann: RMT, Oldham\"", "Other; Ann: RMT, Oldham")]
    [InlineData("CN=\"The ^'Star^' ^^ ^x\"", "The \"Star\" ^ ^x")]
    [InlineData("CN=\"a^nATTENDEE:x\"", "a ATTENDEE:x")]
    [InlineData("X-A=\"1\";X-B;X-C=\"2\",3;CN=Ann", "Ann")]
    [InlineData("CN=ann@example.org", null)]
    [InlineData("ROLE=CHAIR", null)]
    public void I4_parameters_are_read_with_quotes_and_carets(string parameters, string? name) =>
        Assert.Equal(name, Ics.ReadEvent(Ics.MayDay($"ORGANIZER;{parameters}:mailto:ann@example.org")).OrganiserName);

    [Theory]
    [InlineData("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20260501T110000")]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin\":20260501T110000")]
    public void I4_a_zone_in_brackets_is_read_also_where_its_quotes_are_missing(string start)
    {
        var file = Ics.ReadFile(Ics.Zone("(UTC+01:00) Amsterdam\\, Berlin"), Ics.Event(start, "DURATION:PT1H"));

        Assert.Equal([Fault.ZoneMatched], file.Faults());
        Assert.Equal(["20260501T090000Z"], file.Starts());
    }

    [Fact]
    public void I4_unknown_properties_and_components_are_passed_over()
    {
        var file = Ics.ReadFile(
            Ics.MayDay(
                "UID:1@example.org",
                "SUMMARY:May Day rally",
                "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
                "PARTICIPANTS:many",
                "BEGIN:PARTICIPANT",
                "UID:not-the-events",
                "SUMMARY:not the event's",
                "BEGIN:VLOCATION",
                "DTSTART:nonsense",
                "END:VLOCATION",
                "END:PARTICIPANT",
                "BEGIN:VALARM",
                "TRIGGER:-PT15M",
                "DESCRIPTION:Ring",
                "END:VALARM"
            ),
            "BEGIN:X-SHIFTS\nBEGIN:VEVENT\nSUMMARY:inside\nEND:VEVENT\nEND:X-SHIFTS\n"
        );

        Assert.Equal([], file.Faults());
        Assert.Equal(
            ("1@example.org", "May Day rally", null),
            (file.Events.Single().Uid, file.Events[0].Summary, file.Events[0].Description)
        );
        Assert.Equal(
            ["PARTICIPANT=1", "VALARM=1", "VEVENT=1", "VLOCATION=1", "X-SHIFTS=1"],
            file.Ignored.Select(i => $"{i.Key}={i.Value}")
        );
    }

    [Theory]
    [InlineData("this line was not folded")]
    [InlineData(":no name")]
    [InlineData("CN=\"Ann")]
    [InlineData("ATTENDEE;CN=\"Ann:mailto:ann@example.org")]
    [InlineData("two words:are no name")]
    public void I4_a_line_that_is_no_property_is_left_out_and_said(string line)
    {
        var file = Ics.ReadFile(Ics.MayDay(line));

        var complaint = Assert.Single(file.Complaints);
        Assert.Equal((Fault.NotAProperty, 10, line), (complaint.Fault, complaint.Line, complaint.Text));
        Assert.Single(file.Events);
    }

    [Theory]
    [InlineData("X-A=(a,b:c)", "")]
    [InlineData("X-A=(,(,(b:c)", "")]
    [InlineData("X-A=a,(b", "c):")]
    [InlineData("X-A=a,(,(,(b", "c):")]
    public void A_closing_bracket_is_looked_for_in_the_first_value_of_a_parameter_alone(string parameter, string before) =>
        Assert.Equal($"{before}the gate", Ics.ReadEvent(Ics.MayDay($"LOCATION;{parameter}:{before}the gate")).Location);
}
