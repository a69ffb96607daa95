using Rallies.Calendars;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class CalendarRulesTests
{
    [Theory]
    [InlineData("2.0", null)]
    [InlineData("1.0;2.0", null)]
    [InlineData("1.0", Fault.OldVersion)]
    [InlineData("3", Fault.OldVersion)]
    public void I5_the_version_is_2(string version, Fault? fault)
    {
        var file = Ics.Read(Ics.File(Ics.MayDay()).Replace("VERSION:2.0", $"VERSION:{version}", StringComparison.Ordinal));

        Assert.Equal(fault is { } refused ? [refused] : [], file.Faults());
        Assert.Equal(fault is null ? 1 : 0, file.Events.Count);
    }

    [Fact]
    public void I5_a_calendar_without_a_version_is_refused() =>
        Assert.Equal([Fault.NoVersion], Ics.Read(Ics.File(Ics.MayDay()).Replace("VERSION:2.0\r\n", "", StringComparison.Ordinal)).Faults());

    [Theory]
    [InlineData("PUBLISH", false)]
    [InlineData("request", false)]
    [InlineData("ADD", false)]
    [InlineData("CANCEL", true)]
    [InlineData("REPLY", true)]
    [InlineData("COUNTER", true)]
    [InlineData("DECLINECOUNTER", true)]
    [InlineData("REFRESH", true)]
    [InlineData("X-ASK", true)]
    public void I5_only_announcements_are_read(string method, bool refused) =>
        Assert.Equal(refused ? [Fault.NotAnAnnouncement] : [], Ics.ReadFile($"METHOD:{method}\r\n", Ics.MayDay()).Faults());

    [Fact]
    public void I5_other_calendar_systems_are_refused() =>
        Assert.Equal([Fault.OtherCalendarScale], Ics.ReadFile("CALSCALE:HEBREW\r\n", Ics.MayDay()).Faults());

    [Fact]
    public void I5_several_calendars_are_read_each_with_its_own_zones()
    {
        var start = "DTSTART;TZID=Local:20260501T110000";
        var file = Ics.Read(
            Ics.File("X-WR-CALNAME:North\r\n", Ics.Zone("Local", "+0000", "+0100"), Ics.Event(start, "DURATION:PT1H"))
                + Ics.File("NAME:South\r\n", Ics.Zone("Local"), Ics.Event(start, "DURATION:PT1H", "UID:2"))
        );

        Assert.Equal("North", file.Name);
        Assert.Equal(["20260501T090000Z", "20260501T100000Z"], file.Starts());
    }

    [Fact]
    public void I5_a_missing_PRODID_is_only_said()
    {
        var file = Ics.Read(Ics.File(Ics.MayDay()).Replace("PRODID:-//Example//1//EN\r\n", "", StringComparison.Ordinal));

        Assert.Equal([Fault.NoProduct], file.Faults());
        Assert.Single(file.Events);
    }

    [Theory]
    [InlineData("", Fault.Empty)]
    [InlineData(" \r\n\r\n", Fault.Empty)]
    [InlineData("<!DOCTYPE html><title>Log in</title>", Fault.WebPage)]
    [InlineData("PK\u0003\u0004 zip", Fault.Archive)]
    [InlineData("BEGIN:VCARD\r\nEND:VCARD\r\n", Fault.NotACalendar)]
    [InlineData("BEGIN:VEVENT\r\nEND:VEVENT\r\n", Fault.NotACalendar)]
    [InlineData("Date,Town\r\n2026-05-01,Oldham\r\n", Fault.NotACalendar)]
    public void I5_what_is_no_calendar_is_called_what_it_is(string text, Fault fault)
    {
        var file = Ics.Read(text);

        Assert.Equal([fault], file.Faults());
        Assert.True(file.IsRefused);
    }

    [Fact]
    public void I6_an_event_needs_a_start_and_a_summary()
    {
        Assert.Equal([Fault.NoStart], Ics.ReadFile(Ics.Event("DURATION:PT1H")).Faults());
        Assert.Equal([Fault.NoSummary], Ics.ReadFile(Ics.MayDay("SUMMARY:")).Faults());
        Assert.Equal([Fault.NoSummary], Ics.ReadFile(Ics.MayDay("SUMMARY: \u202E\u0007")).Faults());
    }

    [Fact]
    public void I6_a_missing_UID_is_made_of_the_content_and_stays_the_same()
    {
        var first = Ics.ReadFile(Ics.MayDay("UID:"));
        var again = Ics.ReadFile(Ics.MayDay("UID:", "SEQUENCE:2", "LAST-MODIFIED:20260301T000000Z"));
        var other = Ics.ReadFile(Ics.MayDay("UID:", "SUMMARY:Another rally"));

        Assert.Equal([Fault.NoUid], first.Faults());
        Assert.True(first.Events[0].UidDerived);
        Assert.Equal(first.Events[0].Uid, again.Events[0].Uid);
        Assert.NotEqual(first.Events[0].Uid, other.Events[0].Uid);
    }

    [Theory]
    [InlineData("DTSTAMP:")]
    [InlineData("DTSTAMP:20260101T000000")]
    [InlineData("DTSTAMP:yesterday")]
    public void I6_a_missing_DTSTAMP_is_only_said(string stamp)
    {
        var file = Ics.ReadFile(Ics.MayDay(stamp));

        Assert.Equal([Fault.NoStamp], file.Faults());
        Assert.Null(file.Events.Single().Stamp);
    }

    [Theory]
    [InlineData("STATUS:CONFIRMED", EventStatus.Confirmed)]
    [InlineData("STATUS:TENTATIVE", EventStatus.Tentative)]
    [InlineData("STATUS:CANCELLED", EventStatus.Cancelled)]
    [InlineData("STATUS:CANCELED", EventStatus.Cancelled)]
    [InlineData("STATUS:", EventStatus.Confirmed)]
    [InlineData("CLASS:PUBLIC", EventStatus.Confirmed)]
    public void I10_the_status_is_told_and_the_event_with_it(string line, EventStatus status) =>
        Assert.Equal(status, Ics.ReadEvent(Ics.MayDay(line)).Status);

    [Fact]
    public void I10_past_events_are_told_too()
    {
        var e = Ics.ReadEvent(Ics.Event("DTSTART:20190501T100000Z", "DTEND:20190501T110000Z"));

        Assert.Equal("20190501T100000Z", e.Start());
    }

    [Fact]
    public void I10_tasks_journals_and_free_times_are_counted()
    {
        var file = Ics.ReadFile(
            "BEGIN:VTODO\nSUMMARY:Print leaflets\nEND:VTODO\n",
            "BEGIN:VTODO\nEND:VTODO\nBEGIN:VJOURNAL\nEND:VJOURNAL\nBEGIN:VFREEBUSY\nEND:VFREEBUSY\n"
        );

        Assert.Equal([Fault.NoEvents], file.Faults());
        Assert.Equal(["VFREEBUSY=1", "VJOURNAL=1", "VTODO=2"], file.Ignored.Select(i => $"{i.Key}={i.Value}"));
    }

    [Theory]
    [InlineData("SEQUENCE:1", "SEQUENCE:2")]
    [InlineData("SEQUENCE:2\nDTSTAMP:20260101T000000Z", "SEQUENCE:2\nDTSTAMP:20260102T000000Z")]
    [InlineData("LAST-MODIFIED:20260101T000000Z", "LAST-MODIFIED:20260102T000000Z")]
    public void I11_of_two_versions_the_later_one_counts(string older, string newer)
    {
        var (first, second) = (Ics.MayDay(older, "SUMMARY:Old"), Ics.MayDay(newer, "SUMMARY:New"));
        foreach (var file in (CalendarFile[])[Ics.ReadFile(first, second), Ics.ReadFile(second, first)])
        {
            Assert.Equal([Fault.OlderCopy], file.Faults());
            Assert.Equal("New", file.Events.Single().Summary);
        }
    }

    [Fact]
    public void I11_the_same_event_twice_is_told_once()
    {
        var file = Ics.ReadFile(Ics.MayDay(), Ics.MayDay());

        Assert.Equal([Fault.OlderCopy], file.Faults());
        Assert.Single(file.Events);
    }

    [Fact]
    public void I11_two_events_with_one_UID_are_not_mixed_up()
    {
        var file = Ics.ReadFile(Ics.MayDay(), Ics.MayDay("SUMMARY:Another rally"));

        Assert.Equal([Fault.TwinUid], file.Faults());
        Assert.Equal("May Day rally", file.Events.Single().Summary);
    }

    [Theory]
    [InlineData("0", 0, null)]
    [InlineData("2147483647", int.MaxValue, null)]
    [InlineData("2147483648", null, Fault.SequenceTooHigh)]
    [InlineData("99999999999999999999", null, Fault.SequenceTooHigh)]
    [InlineData("-1", 0, Fault.BadSequence)]
    [InlineData("two", 0, Fault.BadSequence)]
    public void I11_a_sequence_has_31_bits(string written, int? sequence, Fault? fault)
    {
        var file = Ics.ReadFile(Ics.MayDay($"SEQUENCE:{written}"));

        Assert.Equal(fault is { } said ? [said] : [], file.Faults());
        Assert.Equal(sequence, file.Events.SingleOrDefault()?.Sequence);
    }

    [Fact]
    public void I11_a_UID_too_long_to_keep_is_shortened_and_still_tells_events_apart()
    {
        var file = Ics.ReadFile(Ics.MayDay($"UID:{new string('u', 300)}1"), Ics.MayDay($"UID:{new string('u', 300)}2"));

        Assert.Equal([Fault.LongUid, Fault.LongUid], file.Faults());
        Assert.Equal(2, file.Events.Select(e => e.Uid).Distinct().Count());
        Assert.All(file.Events, e => Assert.InRange(e.Uid.Length, 1, 255));
    }

    [Theory]
    [InlineData("DTSTART:20260502T100000Z")]
    [InlineData("DTEND:20260501T150000Z")]
    [InlineData("UID:another")]
    public void I6_what_may_stand_once_and_stands_twice_refuses_the_event(string line)
    {
        var file = Ics.ReadFile(Ics.MayDay("UID:1@example.org", line));

        Assert.Equal([Fault.StandsTwice], file.Faults());
        Assert.Empty(file.Events);
    }
}
