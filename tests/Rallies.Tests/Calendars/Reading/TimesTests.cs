using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class TimesTests
{
    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260501", "20260501", "20260502")]
    [InlineData("DTSTART:20260501", "20260501", "20260502")]
    [InlineData("DTSTART;TZID=Europe/Berlin;VALUE=DATE:20260501\nDTEND;TZID=Europe/Berlin;VALUE=DATE:20260504", "20260501", "20260504")]
    [InlineData("DTSTART;VALUE=DATE:20280228\nDURATION:P2D", "20280228", "20280301")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nDURATION:PT86400S", "20260501", "20260502")]
    [InlineData("DTSTART;VALUE=DATE:20260501\nDURATION:P1W", "20260501", "20260508")]
    public void I9_whole_days_are_read(string lines, string start, string end)
    {
        var e = Ics.ReadEvent(Ics.Event(lines));

        Assert.True(e.Times.IsAllDay);
        Assert.Equal((start, end), (e.Start(), e.End()));
    }

    [Theory]
    [InlineData("DTEND:20260501T113000Z", "20260501T113000Z")]
    [InlineData("DTEND;TZID=Asia/Kolkata:20260501T170000", "20260501T113000Z")]
    [InlineData("DURATION:PT1H30M", "20260501T113000Z")]
    [InlineData("DURATION:P1DT1H", "20260502T110000Z")]
    [InlineData("DURATION:+P14D", "20260515T100000Z")]
    [InlineData("DURATION:PT1H30M\nDTEND:20260501T113000Z", "20260501T113000Z")]
    public void I9_ends_are_read_in_every_form(string line, string end) =>
        Assert.Equal(end, Ics.ReadEvent(Ics.Event("DTSTART;TZID=Europe/London:20260501T110000", line)).End());

    [Fact]
    public void I9_days_of_a_duration_go_by_the_clock_and_hours_by_the_stopwatch()
    {
        string End(string duration) => Ics.ReadEvent(Ics.Event("DTSTART;TZID=Europe/London:20261024T110000", duration)).End();

        Assert.Equal("20261025T110000Z", End("DURATION:P1D"));
        Assert.Equal("20261025T100000Z", End("DURATION:PT24H"));
    }

    [Fact]
    public void I9_a_missing_end_is_asked_about_with_two_hours_proposed()
    {
        var file = Ics.ReadFile(Ics.Event("DTSTART:20260501T100000Z"));

        Assert.Equal([Fault.NoEnd], file.Faults());
        Assert.Equal(Instant.FromUtc(2026, 5, 1, 12, 0), file.Events.Single().Questions.Single().Choices.Single().ToInstant());
        Assert.Equal("20260501T120000Z", file.Events[0].End());
    }

    [Theory]
    [InlineData("20260230T100000Z")]
    [InlineData("20260431")]
    [InlineData("20270229")]
    [InlineData("20260001")]
    [InlineData("20261301")]
    [InlineData("20260500")]
    [InlineData("20260501T240000Z")]
    [InlineData("20260501T106000Z")]
    [InlineData("20260501T100061Z")]
    [InlineData("20260501T1000Z")]
    [InlineData("20260501T100000+0100")]
    [InlineData("2026-05-01T10:00:00Z")]
    [InlineData("1 May 2026")]
    [InlineData("٢٠٢٦٠٥٠١")]
    [InlineData("")]
    public void I9_a_date_or_time_that_does_not_exist_refuses_the_event(string start)
    {
        var file = Ics.ReadFile(Ics.Event($"DTSTART:{start}", "SUMMARY:x"), Ics.MayDay("UID:2"));

        Assert.Equal([Fault.BadTime], file.Faults());
        Assert.Equal("2", file.Events.Single().Uid);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260501T100000Z")]
    [InlineData("DTSTART;VALUE=DATE-TIME:20260501")]
    public void I9_a_time_of_another_kind_than_it_says_refuses_the_event(string line) =>
        Assert.Equal([Fault.BadTime], Ics.ReadFile(Ics.Event(line)).Faults());

    [Fact]
    public void I9_a_leap_second_is_the_one_before_it() =>
        Assert.Equal("20161231T235959Z", Ics.ReadEvent(Ics.Event("DTSTART:20161231T235960Z", "DURATION:PT1H")).Start());

    [Theory]
    [InlineData("DTSTART:20000101T000000Z\nDTEND:20000101T010000Z", null)]
    [InlineData("DTSTART:21001231T220000Z\nDTEND:21001231T235959Z", null)]
    [InlineData("DTSTART:19991231T235959Z\nDTEND:20000101T010000Z", Fault.YearOutOfRange)]
    [InlineData("DTSTART:21001231T235959Z\nDTEND:21010101T000000Z", Fault.YearOutOfRange)]
    [InlineData("DTSTART:00010101T000000Z\nDTEND:20000101T010000Z", Fault.YearOutOfRange)]
    [InlineData("DTSTART:99991231T235959Z", Fault.YearOutOfRange)]
    [InlineData("DTSTART:00000101T000000Z", Fault.BadTime)]
    public void I9_years_from_2000_to_2100_are_read(string lines, Fault? fault) =>
        Assert.Equal(fault is { } said ? [said] : [], Ics.ReadFile(Ics.Event(lines)).Faults());

    [Theory]
    [InlineData("DTSTART:20260501T100000Z\nDTEND:20260501T100000Z", Fault.EndNotAfterStart)]
    [InlineData("DTSTART:20260501T100000Z\nDTEND:20260430T100000Z", Fault.EndNotAfterStart)]
    [InlineData("DTSTART;TZID=Europe/London:20260501T110000\nDTEND;TZID=Europe/Berlin:20260501T113000", Fault.EndNotAfterStart)]
    [InlineData("DTSTART:20260501\nDTEND:20260501", Fault.EndNotAfterStart)]
    [InlineData("DTSTART:20260501\nDTEND:20260501T100000Z", Fault.MixedDateAndTime)]
    [InlineData("DTSTART:20260501T100000Z\nDTEND:20260502", Fault.MixedDateAndTime)]
    [InlineData("DTSTART:20260501\nDURATION:PT1H", Fault.MixedDateAndTime)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:PT0S", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:-PT1H", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:P14DT1S", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:P99999999999W", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:P999999999W", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:1H", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:P1H", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:PT1", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDURATION:PTT1H", Fault.BadDuration)]
    [InlineData("DTSTART:20260501T100000Z\nDTEND:20260501T110000Z\nDURATION:PT2H", Fault.EndAndDuration)]
    public void I9_a_length_that_cannot_be_refuses_the_event(string lines, Fault fault)
    {
        var file = Ics.ReadFile(Ics.Event(lines));

        Assert.Equal([fault], file.Faults());
        Assert.Empty(file.Events);
    }
}
