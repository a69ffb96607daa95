using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class RecurrenceTests
{
    // Dates worked out by hand, or from the examples of RFC 5545 §3.8.5.3 moved to 2026.
    [Theory]
    [InlineData("20260501", "FREQ=DAILY;COUNT=3", "20260501 20260502 20260503")]
    [InlineData("20260501", "FREQ=DAILY;INTERVAL=10;COUNT=3", "20260501 20260511 20260521")]
    [InlineData("20260501", "FREQ=DAILY;UNTIL=20260503", "20260501 20260502 20260503")]
    [InlineData("20260504", "FREQ=DAILY;BYDAY=MO,WE;COUNT=3", "20260504 20260506 20260511")]
    [InlineData("20260501", "FREQ=DAILY;BYMONTH=5;BYMONTHDAY=1,-1;COUNT=3", "20260501 20260531 20270501")]
    [InlineData("20260501", "FREQ=WEEKLY;COUNT=3", "20260501 20260508 20260515")]
    [InlineData("20260504", "FREQ=WEEKLY;INTERVAL=2;COUNT=5;BYDAY=MO,SU;WKST=MO", "20260504 20260510 20260518 20260524 20260601")]
    [InlineData("20260804", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "20260804 20260809 20260818 20260823")]
    [InlineData("20260804", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "20260804 20260816 20260818 20260830")]
    [InlineData("20260501", "FREQ=WEEKLY;BYDAY=MO, FR\r\n ;COUNT=3", "20260501 20260504 20260508")]
    [InlineData("20260531", "FREQ=MONTHLY;COUNT=3", "20260531 20260731 20260831")]
    [InlineData("20260501", "FREQ=MONTHLY;COUNT=3;BYDAY=1FR", "20260501 20260605 20260703")]
    [InlineData("20260525", "FREQ=MONTHLY;COUNT=3;BYDAY=-1MO", "20260525 20260629 20260727")]
    [InlineData("20260529", "FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "20260529 20260630 20260731")]
    [InlineData("20260513", "FREQ=MONTHLY;COUNT=2;BYDAY=WE;BYMONTHDAY=8,9,10,11,12,13,14", "20260513 20260610")]
    [InlineData("20260531", "FREQ=MONTHLY;COUNT=3;BYMONTHDAY=-1", "20260531 20260630 20260731")]
    [InlineData("20260501", "FREQ=YEARLY;COUNT=2", "20260501 20270501")]
    [InlineData("20260501", "FREQ=YEARLY;COUNT=3;BYMONTH=5,6", "20260501 20260601 20270501")]
    [InlineData("20260503", "FREQ=YEARLY;COUNT=2;BYMONTH=5;BYDAY=1SU", "20260503 20270502")]
    [InlineData("20260518", "FREQ=YEARLY;COUNT=2;BYDAY=20MO", "20260518 20270517")]
    [InlineData("20261231", "FREQ=YEARLY;COUNT=2;BYDAY=-1TH", "20261231")]
    public void I2_a_rule_gives_its_dates(string start, string rule, string dates)
    {
        var file = Ics.ReadFile(Ics.Event($"DTSTART;VALUE=DATE:{start}", $"RRULE:{rule}"));

        Assert.Equal([], file.Faults());
        Assert.Equal(dates.Split(' '), file.Starts());
    }

    [Fact]
    public void I2_a_night_ends_at_the_hour_it_says_when_the_clocks_change_in_it()
    {
        var file = Ics.ReadFile(
            Ics.Event("DTSTART;TZID=Europe/London:20261023T220000", "DTEND;TZID=Europe/London:20261024T060000", "RRULE:FREQ=DAILY;COUNT=2")
        );

        Assert.Equal(["20261024T050000Z", "20261025T060000Z"], file.Events.Select(e => e.End()));
    }

    [Theory]
    [InlineData("UNTIL=20260503T100000Z", 3)]
    [InlineData("UNTIL=20260503T095959Z", 2)]
    [InlineData("UNTIL=20260503", 3)]
    [InlineData("UNTIL=20260503T110000", 3)]
    public void I2_UNTIL_includes_its_own_moment(string until, int occasions) =>
        Assert.Equal(occasions, Ics.ReadFile(Ics.MayDay($"RRULE:FREQ=DAILY;{until}")).Events.Count);

    [Fact]
    public void I2_each_occasion_says_which_of_its_series_it_is()
    {
        var timed = Ics.ReadFile(Ics.MayDay("RRULE:FREQ=DAILY;COUNT=2"));
        var whole = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=DAILY;COUNT=2"));

        Assert.Equal(["20260501T100000Z", "20260502T100000Z"], timed.Events.Select(e => e.RecurrenceId));
        Assert.Equal(["20260501", "20260502"], whole.Events.Select(e => e.RecurrenceId));
        Assert.Null(Ics.ReadEvent(Ics.MayDay()).RecurrenceId);
    }

    [Fact]
    public void I2_only_occasions_from_today_to_18_months_ahead_are_read()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=MONTHLY"));

        Assert.Equal(("20260401", "20271001", 19), (file.Starts()[0], file.Starts()[^1], file.Events.Count));
    }

    [Fact]
    public void I2_a_rule_that_counts_is_counted_from_its_beginning()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20260325", "RRULE:FREQ=DAILY;COUNT=10"));

        Assert.Equal(["20260401", "20260402", "20260403"], file.Starts());
    }

    [Fact]
    public void I2_no_more_than_366_occasions_are_read()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20260401", "RRULE:FREQ=DAILY"));

        Assert.Equal([Fault.OccasionsCut], file.Faults());
        Assert.Equal((366, "20260401", "20270401"), (file.Events.Count, file.Starts()[0], file.Starts()[^1]));
    }

    [Fact]
    public void I2_no_more_than_20000_candidates_are_looked_at()
    {
        // Each day is a step and a date, so that 20,000 candidates are 10,000 days.
        var within = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY;COUNT=9800"));
        var beyond = Ics.Read(
            Ics.File(Ics.Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY;COUNT=99999")),
            Ics.Options with
            {
                Today = new(2030, 1, 1),
            }
        );

        Assert.Equal("20261030", within.Starts()[^1]);
        Assert.Equal([Fault.TooManyCandidates], beyond.Faults());
        Assert.Empty(beyond.Events);
    }

    [Theory]
    [InlineData("FREQ=SECONDLY", Fault.FrequencyNotRead, "SECONDLY")]
    [InlineData("FREQ=MINUTELY", Fault.FrequencyNotRead, "MINUTELY")]
    [InlineData("FREQ=HOURLY", Fault.FrequencyNotRead, "HOURLY")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100", Fault.RulePartNotRead, "BYYEARDAY")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20", Fault.RulePartNotRead, "BYWEEKNO")]
    [InlineData("FREQ=DAILY;BYHOUR=9,10", Fault.RulePartNotRead, "BYHOUR")]
    [InlineData("FREQ=DAILY;BYHOUR=9", Fault.RulePartNotRead, "BYHOUR")]
    [InlineData("FREQ=DAILY;BYMINUTE=0,30", Fault.RulePartNotRead, "BYMINUTE")]
    [InlineData("FREQ=DAILY;BYSECOND=1", Fault.RulePartNotRead, "BYSECOND")]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY", Fault.RulePartNotRead, "RSCALE")]
    [InlineData("FREQ=DAILY;X-WORKDAYS=1", Fault.RulePartNotRead, "X-WORKDAYS")]
    [InlineData("FREQ=DAILY;INTERVAL=0", Fault.IntervalOutOfRange, "0")]
    [InlineData("FREQ=DAILY;INTERVAL=401", Fault.IntervalOutOfRange, "401")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", Fault.IntervalOutOfRange, "-1")]
    [InlineData("FREQ=DAILY;COUNT=2;UNTIL=20260601", Fault.UntilAndCount, "until when")]
    [InlineData("FREQ=DAILY;COUNT=0", Fault.BadRule, "COUNT=0")]
    [InlineData("FREQ=DAILY;UNTIL=20260230", Fault.BadRule, "UNTIL=20260230")]
    [InlineData("FREQ=FORTNIGHTLY", Fault.BadRule, "FORTNIGHTLY")]
    [InlineData("COUNT=3", Fault.BadRule, "FREQ=")]
    [InlineData("", Fault.BadRule, "FREQ=")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", Fault.BadRule, "FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", Fault.BadRule, "BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=", Fault.BadRule, "BYDAY=")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", Fault.BadRule, "BYDAY")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", Fault.BadRule, "BYMONTHDAY")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", Fault.BadRule, "BYDAY=54")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", Fault.BadRule, "BYMONTHDAY=32")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", Fault.BadRule, "BYMONTHDAY=0")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", Fault.BadRule, "BYMONTH=13")]
    [InlineData("FREQ=DAILY;BYSETPOS=1", Fault.BadRule, "BYSETPOS")]
    [InlineData("FREQ=WEEKLY;WKST=XX", Fault.BadRule, "WKST=XX")]
    public void I2_a_rule_that_is_not_read_is_refused_by_name(string rule, Fault fault, string name)
    {
        var file = Ics.ReadFile(Ics.MayDay($"RRULE:{rule}"));

        var complaint = Assert.Single(file.Complaints);
        Assert.Equal(fault, complaint.Fault);
        Assert.Contains(name, complaint.Reason);
        Assert.Empty(file.Events);
    }

    [Fact]
    public void I2_a_BYHOUR_that_repeats_the_start_changes_nothing() =>
        Assert.Equal(2, Ics.ReadFile(Ics.MayDay("RRULE:FREQ=DAILY;COUNT=2;BYHOUR=11;BYMINUTE=0;BYSECOND=0")).Events.Count);

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2", Fault.SeveralRules)]
    [InlineData("RRULE:FREQ=DAILY;COUNT=2\nEXRULE:FREQ=WEEKLY;COUNT=2", Fault.ExceptionRule)]
    [InlineData("RDATE;VALUE=PERIOD:20260502T100000Z/PT1H", Fault.PeriodNotRead)]
    [InlineData("RDATE:20260502T100000Z/20260502T120000Z", Fault.PeriodNotRead)]
    [InlineData("RDATE;VALUE=DATE:20260502", Fault.MixedDateAndTime)]
    [InlineData("RRULE:FREQ=DAILY\nEXDATE:20260230T100000Z", Fault.BadTime)]
    public void I2_a_series_that_is_not_read_is_refused(string lines, Fault fault)
    {
        var file = Ics.ReadFile(Ics.MayDay(lines));

        Assert.Equal([fault], file.Faults());
        Assert.Empty(file.Events);
    }

    [Fact]
    public void I2_a_start_that_does_not_fit_its_rule_is_kept_as_the_first_and_counted()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"));

        Assert.Equal([Fault.StartOutsideRule], file.Faults());
        Assert.Equal(["20260501", "20260504", "20260511"], file.Starts());
    }

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("Europe/London")]
    [InlineData("Europe/Paris")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Pago_Pago")]
    public void A_series_until_the_end_of_the_calendar_is_read_in_zones_east_and_west(string zone)
    {
        var start = $"DTSTART;TZID={zone}:20270901T120000";

        var file = Ics.ReadFile(Ics.Event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z"));

        Assert.Equal([], file.Faults());
        Assert.Equal(Enumerable.Range(1, 30).Append(1), file.Events.Select(e => e.Times.Start.InZone(Sample.Zone(zone)).Day));
    }

    [Theory]
    [InlineData("Europe/Paris", "EXDATE:99991231T235959Z")]
    [InlineData("Asia/Tokyo", "RDATE:20260502T100000Z,99991231T235959Z")]
    [InlineData("America/New_York", "RDATE;TZID=Asia/Tokyo:00010101T000000")]
    [InlineData("Asia/Tokyo", "RECURRENCE-ID:99991231T235959Z")]
    [InlineData("America/New_York", "RECURRENCE-ID;TZID=America/New_York:99991231T235959")]
    public void A_time_at_the_end_of_the_calendar_refuses_its_event(string zone, string line)
    {
        var file = Ics.ReadFile(Ics.Event($"DTSTART;TZID={zone}:20260501T110000", "DURATION:PT1H", line), Ics.MayDay("UID:another"));

        Assert.Equal([Fault.YearOutOfRange], file.Faults());
        Assert.Equal("another", Assert.Single(file.Events).Uid);
    }
}
