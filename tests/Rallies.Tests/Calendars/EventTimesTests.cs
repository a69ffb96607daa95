using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class EventTimesTests
{
    [Fact]
    public void E7_a_local_time_names_its_zone()
    {
        var (start, end) = Written(EventTimes.Zoned(On(5, 1, 11, 0), On(5, 1, 14, 30), Sample.London));

        Assert.Equal("TZID=Europe/London:20260501T110000", start);
        Assert.Equal("TZID=Europe/London:20260501T143000", end);
    }

    [Fact]
    public void E7_an_alias_of_a_zone_is_written_under_its_own_name()
    {
        var (start, _) = Written(EventTimes.Zoned(On(5, 1, 11, 0), On(5, 1, 12, 0), Sample.Zone("Asia/Calcutta")));

        Assert.Equal("TZID=Asia/Kolkata:20260501T110000", start);
    }

    [Theory]
    [InlineData("Africa/Casablanca", "20260501T100000Z")]
    [InlineData("Asia/Jerusalem", "20260501T080000Z")]
    [InlineData("UTC", "20260501T110000Z")]
    public void E7_a_zone_without_yearly_rules_is_written_in_UTC(string zone, string written)
    {
        var (start, _) = Written(EventTimes.Zoned(On(5, 1, 11, 0), On(5, 1, 12, 0), Sample.Zone(zone)));

        Assert.Equal(written, start);
    }

    [Fact]
    public void E7_an_offset_that_is_no_place_is_written_in_UTC()
    {
        var (start, _) = Written(EventTimes.Zoned(On(5, 1, 11, 0), On(5, 1, 12, 0), DateTimeZone.ForOffset(Offset.FromHours(1))));

        Assert.Equal("20260501T100000Z", start);
    }

    [Fact]
    public void E7_an_end_that_is_not_after_the_start_is_refused()
    {
        var noon = Instant.FromUtc(2026, 5, 1, 12, 0);

        Assert.Throws<ArgumentException>(() => EventTimes.Utc(noon, noon));
        Assert.Throws<ArgumentException>(() => EventTimes.Utc(noon, noon + Duration.FromMilliseconds(900)));
        Assert.Throws<ArgumentException>(() => EventTimes.Zoned(On(5, 1, 14, 0), On(5, 1, 11, 0), Sample.London));
        Assert.Throws<ArgumentException>(() => EventTimes.AllDay(new LocalDate(2026, 5, 2), new LocalDate(2026, 5, 1)));
    }

    [Fact]
    public void E7_an_event_in_two_zones_is_refused()
    {
        var start = On(5, 1, 11, 0).InZoneStrictly(Sample.London);

        Assert.Throws<ArgumentException>(() => EventTimes.Zoned(start, start.WithZone(Sample.Zone("Europe/Paris")).PlusHours(2)));
    }

    [Fact]
    public void E8_whole_days_are_dates_and_end_the_day_after()
    {
        var (start, end) = Written(EventTimes.AllDay(new LocalDate(2026, 2, 28), new LocalDate(2026, 2, 28)));

        Assert.Equal("VALUE=DATE:20260228", start);
        Assert.Equal("VALUE=DATE:20260301", end);
    }

    [Fact]
    public void E9_a_time_that_the_clock_never_shows_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => EventTimes.Zoned(On(3, 29, 1, 30), On(3, 29, 4, 0), Sample.London));

        Assert.Contains("There is no 01:30 on 29 March 2026 in Europe/London", refusal.Message);
    }

    [Fact]
    public void E9_a_time_that_the_clock_shows_twice_is_written_in_UTC()
    {
        var first = Written(EventTimes.Zoned(On(10, 25, 1, 30), On(10, 25, 3, 0), Sample.London));
        var second = Written(
            EventTimes.Zoned(Instant.FromUtc(2026, 10, 25, 1, 30).InZone(Sample.London), On(10, 25, 3, 0).InZoneStrictly(Sample.London))
        );
        var end = Written(EventTimes.Zoned(On(10, 24, 23, 0), On(10, 25, 1, 30), Sample.London));

        Assert.Equal(("20261025T003000Z", "20261025T030000Z"), first);
        Assert.Equal(("20261025T013000Z", "20261025T030000Z"), second);
        Assert.Equal(("20261024T220000Z", "20261025T003000Z"), end);
    }

    private static LocalDateTime On(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute);

    private static (string?, string?) Written(EventTimes times)
    {
        var @event = Sample.Event with { Times = times };
        return (@event.Written("DTSTART"), @event.Written("DTEND"));
    }
}
