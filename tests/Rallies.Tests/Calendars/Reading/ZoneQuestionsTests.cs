using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>Where a time means two instants, or none, somebody is asked (I8).</summary>
public sealed class ZoneQuestionsTests
{
    [Fact]
    public void I8_a_name_and_rules_that_say_two_instants_are_asked_about()
    {
        // Berlin's rules under London's name.
        var text = Ics.File(Ics.Zone("Europe/London"), Ics.MayDay());

        var asked = Ics.Read(text);
        var answered = Ics.Read(text, Ics.Options with { TrustsOwnRules = true });

        var question = Assert.Single(asked.Complaints);
        Assert.Equal((Fault.TwoInstants, Severity.Question), (question.Fault, question.Severity));
        Assert.Contains("2026-05-01 10:00 or 2026-05-01 09:00", question.Reason);
        Assert.Equal([Instant.FromUtc(2026, 5, 1, 10, 0), Instant.FromUtc(2026, 5, 1, 9, 0)], question.Choices.Select(c => c.ToInstant()));
        Assert.Equal([question], asked.Events.Single().Questions);
        Assert.Equal(["20260501T090000Z"], answered.Starts());
        Assert.Equal([Fault.ZoneMatched], answered.Faults());
    }

    [Fact]
    public void I8_a_name_and_rules_that_agree_are_not_asked_about() =>
        Assert.Equal([], Ics.ReadFile(Ics.Zone("Europe/London", "+0000", "+0100"), Ics.MayDay()).Faults());

    [Fact]
    public void I8_rules_that_do_not_reach_back_to_the_event_say_nothing_of_it()
    {
        var zone = Ics.Zone("Europe/London")
            .Replace("16010101T03", "20280101T03", StringComparison.Ordinal)
            .Replace("16010101T02", "20280101T02", StringComparison.Ordinal);

        Assert.Equal([], Ics.ReadFile(zone, Ics.MayDay()).Faults());
    }

    [Fact]
    public void I8_a_series_is_asked_about_once()
    {
        var file = Ics.ReadFile(Ics.Zone("Europe/London"), Ics.MayDay("RRULE:FREQ=DAILY;COUNT=5"));

        Assert.Equal([Fault.TwoInstants], file.Faults());
        Assert.All(file.Events, e => Assert.Equal([Fault.TwoInstants], e.Questions.Select(q => q.Fault)));
    }

    [Fact]
    public void I8_a_zone_beside_a_Z_is_asked_about_where_they_differ()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;TZID=Europe/Paris:20260501T110000Z", "DTEND;TZID=Europe/Paris:20260501T120000Z"));

        var question = Assert.Single(file.Complaints);
        Assert.Equal(Fault.TwoInstants, question.Fault);
        Assert.Equal([Instant.FromUtc(2026, 5, 1, 11, 0), Instant.FromUtc(2026, 5, 1, 9, 0)], question.Choices.Select(c => c.ToInstant()));
        Assert.Equal(["20260501T110000Z"], file.Starts());
    }

    [Theory]
    [InlineData("", "Europe/London", "20260501T100000Z")]
    [InlineData("X-WR-TIMEZONE:Europe/Athens\r\n", "Europe/Athens", "20260501T080000Z")]
    [InlineData("X-WR-TIMEZONE;VALUE=TEXT:US/Pacific\r\n", "America/Los_Angeles", "20260501T180000Z")]
    [InlineData("X-WR-TIMEZONE:Nowhere\r\n", "Europe/London", "20260501T100000Z")]
    public void I8_floating_times_are_asked_about_with_a_proposal(string header, string zone, string utc)
    {
        var text = Ics.File(header, Ics.Event("DTSTART:20260501T110000", "DTEND:20260501T130000"));

        var asked = Ics.Read(text);
        var answered = Ics.Read(text, Ics.Options with { AskedZone = Sample.Zone("Asia/Kolkata") });

        Assert.Equal([Fault.FloatingTime], asked.Faults());
        Assert.Equal((utc, zone), (asked.Starts().Single(), asked.Events[0].Times.Zone!.Id));
        Assert.Equal(zone, asked.Events[0].Questions.Single().Choices.Single().Zone.Id);
        Assert.Equal([], answered.Faults());
        Assert.Equal(["20260501T053000Z"], answered.Starts());
    }

    [Theory]
    [InlineData("20260329T013000", "20260329T043000")]
    [InlineData("20260328T220000", "20260329T013000")]
    public void I8_a_time_that_the_clock_never_shows_refuses_the_event(string start, string end)
    {
        var file = Ics.ReadFile(Ics.Event($"DTSTART;TZID=Europe/London:{start}", $"DTEND;TZID=Europe/London:{end}"));

        var complaint = Assert.Single(file.Complaints);
        Assert.Equal(Fault.SkippedTime, complaint.Fault);
        Assert.StartsWith("There is no 01:30 on 2026-03-29 in Europe/London", complaint.Reason);
        Assert.Empty(file.Events);
    }

    [Fact]
    public void I8_of_a_series_only_the_occasion_that_the_clock_never_shows_is_refused()
    {
        var file = Ics.ReadFile(
            Ics.Event("DTSTART;TZID=Europe/London:20270327T013000", "DTEND;TZID=Europe/London:20270327T030000", "RRULE:FREQ=DAILY;COUNT=3")
        );

        Assert.Equal([Fault.SkippedTime], file.Faults());
        Assert.Equal(["20270327T013000Z", "20270329T003000Z"], file.Starts());
    }

    [Fact]
    public void I8_a_time_that_the_clock_shows_twice_is_asked_about()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;TZID=Europe/London:20261025T013000", "DTEND;TZID=Europe/London:20261025T040000"));

        var question = Assert.Single(file.Complaints);
        Assert.Equal(Fault.AmbiguousTime, question.Fault);
        Assert.Equal(
            [Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30)],
            question.Choices.Select(c => c.ToInstant())
        );
        Assert.Equal(["20261025T003000Z"], file.Starts());
    }

    [Fact]
    public void I8_a_time_in_UTC_is_never_ambiguous() =>
        Assert.Equal([], Ics.ReadFile(Ics.Event("DTSTART:20261025T003000Z", "DTEND:20261025T013000Z")).Faults());
}
