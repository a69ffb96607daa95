using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

/// <summary>What a file takes out of a series, adds to it, or tells otherwise: EXDATE, RDATE, RECURRENCE-ID.</summary>
public sealed class SeriesChangesTests
{
    [Fact]
    public void I2_occasions_keep_the_wall_clock_over_a_change_of_the_clocks()
    {
        var file = Ics.ReadFile(
            Ics.Event("DTSTART;TZID=Europe/London:20261023T110000", "DTEND;TZID=Europe/London:20261023T130000", "RRULE:FREQ=DAILY;COUNT=4")
        );

        Assert.Equal(["20261023T100000Z", "20261024T100000Z", "20261025T110000Z", "20261026T110000Z"], file.Starts());
        Assert.All(file.Events, e => Assert.Equal("Europe/London", e.Times.Zone!.Id));
    }

    [Theory]
    [InlineData("EXDATE;TZID=Europe/London:20260502T110000,20260503T110000")]
    [InlineData("EXDATE:20260502T100000Z\nEXDATE:20260503T100000Z")]
    [InlineData("EXDATE;TZID=Europe/Paris:20260502T120000\nEXDATE:20260503T100000Z")]
    [InlineData("EXDATE:\nEXDATE:20260502T100000Z,20260503T100000Z")]
    public void I2_EXDATE_leaves_occasions_out_in_any_zone(string lines)
    {
        var file = Ics.ReadFile(Ics.MayDay("RRULE:FREQ=DAILY;COUNT=4", lines));

        Assert.Equal([], file.Faults());
        Assert.Equal(["20260501T100000Z", "20260504T100000Z"], file.Starts());
    }

    [Theory]
    [InlineData("EXDATE:20260502T110000")]
    [InlineData("EXDATE;VALUE=DATE:20260502")]
    [InlineData("EXDATE:20260502")]
    public void I2_EXDATE_of_another_form_is_understood_and_said(string line)
    {
        var file = Ics.ReadFile(Ics.MayDay("RRULE:FREQ=DAILY;COUNT=3", line));

        Assert.Equal([Fault.OtherTimeForm], file.Faults());
        Assert.Equal(["20260501T100000Z", "20260503T100000Z"], file.Starts());
    }

    [Fact]
    public void I2_EXDATE_with_a_time_leaves_out_a_whole_day()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART;VALUE=DATE:20260501", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260502T000000Z"));

        Assert.Equal([Fault.OtherTimeForm], file.Faults());
        Assert.Equal(["20260501", "20260503"], file.Starts());
    }

    [Fact]
    public void I2_RDATE_adds_occasions()
    {
        var file = Ics.ReadFile(Ics.MayDay("RDATE;TZID=Europe/London:20260509T110000", "RDATE:20260601T170000Z"));

        Assert.Equal([], file.Faults());
        Assert.Equal(["20260501T100000Z", "20260509T100000Z", "20260601T170000Z"], file.Starts());
    }

    [Fact]
    public void I2_a_changed_occasion_takes_the_place_of_the_usual_one()
    {
        var file = Ics.ReadFile(
            Ics.MayDay("RRULE:FREQ=DAILY;COUNT=3"),
            Ics.Event(
                "RECURRENCE-ID;TZID=Europe/London:20260502T110000",
                "DTSTART;TZID=Europe/London:20260502T153000",
                "DTEND;TZID=Europe/London:20260502T170000",
                "SUMMARY:Later today"
            )
        );

        Assert.Equal([], file.Faults());
        Assert.Equal(["20260501T100000Z", "20260502T143000Z", "20260503T100000Z"], file.Starts());
        Assert.Equal(("Later today", "20260502T100000Z"), (file.Events[1].Summary, file.Events[1].RecurrenceId));
    }

    [Theory]
    [InlineData("RECURRENCE-ID:20260502T100000Z", false)]
    [InlineData("RECURRENCE-ID;TZID=Europe/Paris:20260502T120000", false)]
    [InlineData("RECURRENCE-ID:20260502T110000", true)]
    [InlineData("RECURRENCE-ID;VALUE=DATE:20260502", true)]
    public void I2_the_changed_occasion_is_found_in_any_form(string id, bool isSaid)
    {
        var file = Ics.ReadFile(
            Ics.MayDay("RRULE:FREQ=DAILY;COUNT=3"),
            Ics.Event(id, "DTSTART:20260502T180000Z", "DTEND:20260502T190000Z", "STATUS:CANCELLED")
        );

        Assert.Equal(isSaid ? [Fault.OtherTimeForm] : [], file.Faults());
        Assert.Equal(["20260501T100000Z", "20260502T180000Z", "20260503T100000Z"], file.Starts());
    }

    [Fact]
    public void I2_an_occasion_whose_change_cannot_be_read_is_not_told_as_it_was()
    {
        var file = Ics.ReadFile(
            Ics.MayDay("RRULE:FREQ=DAILY;COUNT=3"),
            Ics.Event("RECURRENCE-ID:20260502T100000Z", "DTSTART:20260230T180000Z", "DTEND:20260502T190000Z")
        );

        Assert.Equal([Fault.BadTime], file.Faults());
        Assert.Equal(["20260501T100000Z", "20260503T100000Z"], file.Starts());
    }

    [Theory]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20260502T100000Z", Fault.RangeNotRead)]
    [InlineData("RECURRENCE-ID:tomorrow", Fault.BadRecurrenceId)]
    public void I2_a_series_with_a_change_of_unknown_reach_is_refused(string id, Fault fault)
    {
        var file = Ics.ReadFile(
            Ics.MayDay("RRULE:FREQ=DAILY;COUNT=3"),
            Ics.Event(id, "DTSTART:20260502T180000Z", "DTEND:20260502T190000Z"),
            Ics.MayDay("UID:another")
        );

        Assert.Equal([fault], file.Faults());
        Assert.Equal("another", Assert.Single(file.Events).Uid);
    }

    [Fact]
    public void I2_a_changed_occasion_without_its_series_stands_alone()
    {
        var e = Ics.ReadEvent(Ics.MayDay("RECURRENCE-ID:20260502T100000Z"));

        Assert.Equal("20260502T100000Z", e.RecurrenceId);
    }

    [Fact]
    public void I2_a_changed_occasion_without_its_series_and_zone_is_known_by_the_zone_proposed()
    {
        var file = Ics.ReadFile(
            "X-WR-TIMEZONE:Europe/Athens\r\n",
            Ics.Event("RECURRENCE-ID:20260502T110000", "DTSTART:20260502T120000", "DURATION:PT1H")
        );

        Assert.Equal([Fault.FloatingTime], file.Faults());
        Assert.Equal(("20260502T080000Z", "20260502T090000Z"), (file.Events.Single().RecurrenceId, file.Starts().Single()));
    }

    [Fact]
    public void I2_a_change_of_an_occasion_that_the_series_does_not_have_is_said()
    {
        var file = Ics.ReadFile(
            Ics.MayDay("RRULE:FREQ=DAILY;COUNT=2"),
            Ics.Event("RECURRENCE-ID:20260511T100000Z", "DTSTART:20260511T180000Z", "DTEND:20260511T190000Z")
        );

        Assert.Equal([Fault.LooseOccasion], file.Faults());
        Assert.Equal(3, file.Events.Count);
    }
}
