using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Tests.Calendars.Reading;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("Europe/Paris", "Europe/Paris")]
    [InlineData("europe/paris", "Europe/Paris")]
    [InlineData("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris")]
    [InlineData("/freeassociation.sourceforge.net/Tzfile/Europe/Paris", "Europe/Paris")]
    [InlineData("/mozilla.org/20050126_1/Europe/Paris", "Europe/Paris")]
    [InlineData("/citadel.org/20211207_1/America/Argentina/Ushuaia", "America/Argentina/Ushuaia")]
    [InlineData("\" Europe/Paris \"", "Europe/Paris")]
    [InlineData("posix/Europe/Paris", "Europe/Paris")]
    [InlineData("US/Eastern", "America/New_York")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("Romance Standard Time", "Europe/Paris")]
    [InlineData("GMT Standard Time", "Europe/London")]
    [InlineData("w. europe standard time", "Europe/Berlin")]
    [InlineData("UTC", "Etc/UTC")]
    public void I7_a_zone_is_known_by_its_name(string id, string zone)
    {
        var e = Ics.ReadEvent(Ics.Event($"DTSTART;TZID={id}:20260501T110000", "DURATION:PT1H"));

        Assert.Equal(zone, e.Times.Zone?.Id ?? "Etc/UTC");
        Assert.Equal(new LocalDateTime(2026, 5, 1, 11, 0), e.Times.Start.InZone(Sample.Zone(zone)).LocalDateTime);
    }

    [Fact]
    public void I7_a_Z_is_UTC()
    {
        var e = Ics.ReadEvent(Ics.Event("DTSTART:20260501T110000Z", "DTEND:20260501T120000Z"));

        Assert.Equal(("20260501T110000Z", null), (e.Start(), e.Times.Zone));
    }

    [Theory]
    [InlineData("Mitteleuropäische Zeit")]
    [InlineData("Customized Time Zone")]
    [InlineData("(UTC-03:00) Brasília")]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/")]
    public void I7_a_zone_that_nobody_knows_refuses_the_event_and_is_asked_for(string id)
    {
        var text = Ics.File(Ics.Event($"DTSTART;TZID={id}:20260501T110000", "DURATION:PT1H"));

        var asked = Ics.Read(text);
        var answered = Ics.Read(text, Ics.Options with { AskedZone = Sample.Zone("America/Sao_Paulo") });

        Assert.Equal([Fault.UnknownZone], asked.Faults());
        Assert.Empty(asked.Events);
        Assert.Equal([], answered.Faults());
        Assert.Equal(["20260501T140000Z"], answered.Starts());
    }

    [Theory]
    [InlineData("+0100", "+0200", "20260501T110000", "20260501T090000Z", "Europe/Berlin")]
    [InlineData("+0100", "+0200", "20260115T110000", "20260115T100000Z", "Europe/Berlin")]
    [InlineData("+0000", "+0100", "20260501T110000", "20260501T100000Z", "Europe/London")]
    [InlineData("+0530", "+0530", "20260501T110000", "20260501T053000Z", "Asia/Kolkata")]
    public void I7_the_files_own_rules_are_taken_for_the_zone_that_agrees_with_them(
        string winter,
        string summer,
        string start,
        string utc,
        string zone
    )
    {
        var file = Ics.ReadFile(
            Ics.Zone("Customized Time Zone", winter, summer),
            Ics.Event($"DTSTART;TZID=Customized Time Zone:{start}", "DURATION:PT1H")
        );

        Assert.Equal([Fault.ZoneMatched], file.Faults());
        Assert.Equal((utc, zone), (file.Starts().Single(), file.Events[0].Times.Zone?.Id));
    }

    [Fact]
    public void I7_the_rules_have_to_agree_at_every_occasion()
    {
        // Half an hour beside Berlin in winter: no zone does that.
        var zone = Ics.Zone("Odd", "+0130", "+0200");
        var summer = Ics.Event("DTSTART;TZID=Odd:20260501T110000", "DURATION:PT1H");
        var series = Ics.Event("DTSTART;TZID=Odd:20260501T110000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;COUNT=9");

        Assert.Equal([Fault.ZoneMatched], Ics.ReadFile(zone, summer).Faults());
        Assert.Equal([Fault.UnknownZone], Ics.ReadFile(zone, series).Faults());
    }

    [Fact]
    public void I7_rules_may_stand_behind_the_events_and_change_over_the_years()
    {
        const string zone = """
            BEGIN:VTIMEZONE
            TZID:Ours
            X-LIC-LOCATION:America/New_York
            BEGIN:STANDARD
            DTSTART:20001029T020000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20061029T060000Z
            TZOFFSETFROM:-0400
            TZOFFSETTO:-0500
            END:STANDARD
            BEGIN:STANDARD
            DTSTART:20071104T020000
            RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
            TZOFFSETFROM:-0400
            TZOFFSETTO:-0500
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:20000402T020000
            RDATE:20010401T020000,20020407T020000
            TZOFFSETFROM:-0500
            TZOFFSETTO:-0400
            END:DAYLIGHT
            BEGIN:DAYLIGHT
            DTSTART:20070311T020000
            RRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14;BYMONTH=3
            TZOFFSETFROM:-0500
            TZOFFSETTO:-0400
            END:DAYLIGHT
            END:VTIMEZONE

            """;
        string Event(int uid, string start) => Ics.Event($"UID:{uid}", $"DTSTART;TZID=Ours:{start}", "DURATION:PT1H");

        var file = Ics.ReadFile(
            Event(1, "20020501T110000"),
            Event(2, "20060320T110000"),
            Event(3, "20260310T110000"),
            Event(4, "20261030T110000"),
            zone
        );

        Assert.Equal([Fault.ZoneMatched], file.Faults());
        Assert.Equal(["20020501T150000Z", "20060320T160000Z", "20260310T150000Z", "20261030T150000Z"], file.Starts());
        Assert.All(file.Events, e => Assert.Equal("America/New_York", e.Times.Zone!.Id));
    }

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY;X-")]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=")]
    [InlineData("RRULE:FREQ=YEARLY;BYDAY=SU;WKST=SU;INTERVAL=")]
    [InlineData("RDATE:yesterday,")]
    [InlineData("RDATE;VALUE=PERIOD:20260501T000000Z/PT")]
    public void I7_own_rules_that_cannot_be_followed_are_not_guessed_at(string rule)
    {
        var zone = Ics.Zone("Bomb", rules: rule);
        var known = Ics.Zone("Europe/Paris", rules: rule);

        var refused = Ics.ReadFile(zone, Ics.Event("DTSTART;TZID=Bomb:20260501T110000", "DURATION:PT1H"));
        var byName = Ics.ReadFile(known, Ics.Event("DTSTART;TZID=Europe/Paris:20260501T110000", "DURATION:PT1H"));

        Assert.Equal([Fault.OwnRulesNotRead, Fault.UnknownZone], refused.Faults());
        Assert.Equal([Fault.OwnRulesNotRead], byName.Faults());
        Assert.Equal(["20260501T090000Z"], byName.Starts());
    }

    [Fact]
    public void I7_rules_that_Outlook_never_ends_are_still_nearest_to_their_zone()
    {
        // Outlook leaves the rules of 1987 to 2006 in force beside those of today.
        var old = Ics.Zone("Customized", "-0500", "-0400");
        var today =
            "BEGIN:DAYLIGHT\r\nDTSTART:20070311T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nEND:DAYLIGHT\r\n";
        var zone = old.Replace("END:VTIMEZONE", today + "END:VTIMEZONE", StringComparison.Ordinal);

        var file = Ics.ReadFile(zone, Ics.Event("DTSTART;TZID=Customized:20260610T140000", "DURATION:PT1H"));

        Assert.Equal(["20260610T180000Z"], file.Starts());
        Assert.Equal("America/New_York", file.Events[0].Times.Zone!.Id);
    }

    [Fact]
    public void I7_own_rules_may_count_their_years()
    {
        var zone = Ics.Zone("Ours", "+0100", "+0100", "RRULE:FREQ=YEARLY;COUNT=3;BYDAY=-1SU;BYMONTH=");

        Assert.Equal(["20260501T100000Z"], Ics.ReadFile(zone, Ics.Event("DTSTART;TZID=Ours:20260501T110000", "DURATION:PT1H")).Starts());
    }

    [Theory]
    [InlineData("+9900", "+0100")]
    [InlineData("0100", "+0100")]
    [InlineData("+01:00", "+0100")]
    public void I7_offsets_that_are_none_are_not_guessed_at(string winter, string summer) =>
        Assert.Equal(
            [Fault.OwnRulesNotRead, Fault.UnknownZone],
            Ics.ReadFile(Ics.Zone("Odd", winter, summer), Ics.Event("DTSTART;TZID=Odd:20260501T110000", "DURATION:PT1H")).Faults()
        );

    [Theory]
    [InlineData("+0900")]
    [InlineData("-0900")]
    public void Rules_until_the_end_of_the_calendar_are_followed_east_and_west(string offset)
    {
        var zone = Ics.Zone("Ours", offset, offset, "RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z;BYDAY=-1SU;BYMONTH=");

        var file = Ics.ReadFile(zone, Ics.Event("DTSTART;TZID=Ours:20260501T110000", "DURATION:PT1H"));

        Assert.Equal([Fault.ZoneMatched], file.Faults());
        Assert.Equal([offset == "+0900" ? "20260501T020000Z" : "20260501T200000Z"], file.Starts());
    }

    [Theory]
    [InlineData("+1200", "DTSTART:99991231T235959")]
    [InlineData("-1200", "DTSTART:99991231T235959")]
    [InlineData("+1200", "DTSTART:19700101T000000\r\nRDATE:99991231T235959Z")]
    [InlineData("-1200", "DTSTART:19700101T000000\r\nRDATE:19710101T000000,99991231T235959")]
    public void Rules_that_begin_when_the_calendar_ends_are_not_read_east_or_west(string offset, string lines)
    {
        var zone =
            $"BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\n{lines}\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

        var file = Ics.ReadFile(zone, Ics.MayDay());

        Assert.Equal([Fault.OwnRulesNotRead], file.Faults());
        Assert.Equal(["20260501T100000Z"], file.Starts());
    }
}
