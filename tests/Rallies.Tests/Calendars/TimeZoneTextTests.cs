using NodaTime;
using NodaTime.TimeZones;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class TimeZoneTextTests
{
    [Fact]
    public void Every_VTIMEZONE_agrees_with_the_tz_database_an_hour_around_every_change_for_as_long_as_it_says_it_holds()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            if (TimeZoneTexts.Default.For(Sample.Zone(id)) is not { } text)
                continue;
            var expanded = new ExpandedTimeZone(text);
            foreach (var instant in InstantsAroundChanges(Sample.Zone(id), 1972, 2099).Where(i => text.Holds(i, i)))
                Agree(id, expanded, instant);
        }
    }

    [Fact]
    public void A_VTIMEZONE_for_an_event_of_2026_is_right_from_2025_to_2037()
    {
        var mayDay = Instant.FromUtc(2026, 5, 1, 10, 0);
        var checkedZones = 0;
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
        {
            if (TimeZoneTexts.Default.For(Sample.Zone(id)) is not { } text || !text.Holds(mayDay, mayDay))
                continue;
            var expanded = new ExpandedTimeZone(text);
            foreach (var instant in InstantsAroundChanges(Sample.Zone(id), 2025, 2037))
                Agree(id, expanded, instant);
            checkedZones++;
        }
        // A handful of laws follow no yearly rule, and an alias of UTC needs no VTIMEZONE; all the others have to be here.
        Assert.InRange(checkedZones, DateTimeZoneProviders.Tzdb.Ids.Count - 40, DateTimeZoneProviders.Tzdb.Ids.Count);
    }

    [Fact]
    public void A_VTIMEZONE_has_one_STANDARD_and_at_most_one_DAYLIGHT_as_Outlook_wants_it()
    {
        foreach (var text in DateTimeZoneProviders.Tzdb.Ids.Select(id => TimeZoneTexts.Default.For(Sample.Zone(id))).OfType<TimeZoneText>())
        {
            string[] parts = [.. new ExpandedTimeZone(text).Parts];
            if (parts.Length == 2)
                Assert.Equal(["VTIMEZONE", "STANDARD"], parts);
            else
                Assert.Equal(["VTIMEZONE", "DAYLIGHT", "STANDARD"], parts);
        }
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("Europe/Dublin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    public void A_zone_of_plain_law_keeps_its_name(string id) => Assert.True(Holds(id, 2026));

    [Theory]
    [InlineData("Africa/Casablanca")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Santiago")]
    [InlineData("Asia/Gaza")]
    public void A_zone_of_unruly_law_has_no_VTIMEZONE_now(string id) => Assert.False(Holds(id, 2026));

    [Fact]
    public void The_rules_of_today_are_not_told_of_a_time_before_them()
    {
        Assert.False(Holds("America/New_York", 2006));
        Assert.False(Holds("America/New_York", 2007));
        Assert.True(Holds("America/New_York", 2009));
    }

    [Fact]
    public void An_event_is_rendered_alike_whatever_stands_beside_it()
    {
        var @event = Sample.Event.Rendered();
        var old = (
            Sample.Named("old", "Peterloo remembered") with
            {
                Times = EventTimes.Zoned(new LocalDateTime(1985, 8, 16, 12, 0), new LocalDateTime(1985, 8, 16, 14, 0), Sample.London),
            }
        ).Rendered();

        var alone = CalendarAssembly.Assemble(Sample.Calendar, [@event]).Octets.Text();
        var beside = CalendarAssembly.Assemble(Sample.Calendar, [@event, old]).Octets.Text();

        Assert.Contains("DTSTART:19850816T110000Z", beside);
        Assert.Equal(alone, beside.Replace(old.Octets.Text(), ""));
    }

    [Theory]
    [InlineData("GB", "Europe/London")]
    [InlineData("US/Pacific", "America/Los_Angeles")]
    [InlineData("Europe/Kiev", "Europe/Kyiv")]
    [InlineData("Europe/Oslo", "Europe/Oslo")]
    public void A_zone_is_called_by_the_name_of_its_place(string id, string name) =>
        Assert.Equal(name, TimeZoneTexts.Default.CanonicalId(id));

    [Fact]
    public void A_name_that_is_no_zone_is_refused() =>
        Assert.Throws<ArgumentException>(() => TimeZoneTexts.Default.CanonicalId("GMT Standard Time"));

    [Fact]
    public void A_VTIMEZONE_is_made_once() =>
        Assert.Same(TimeZoneTexts.Default.For(Sample.London), TimeZoneTexts.Default.For(Sample.London));

    private static bool Holds(string id, int year)
    {
        var mayDay = Instant.FromUtc(year, 5, 1, 10, 0);
        return TimeZoneTexts.Default.For(Sample.Zone(id))?.Holds(mayDay, mayDay) ?? false;
    }

    private static IEnumerable<Instant> InstantsAroundChanges(DateTimeZone zone, int first, int last)
    {
        var (from, to) = (Instant.FromUtc(first, 1, 1, 0, 0), Instant.FromUtc(last + 1, 1, 1, 0, 0));
        foreach (ZoneInterval interval in zone.GetZoneIntervals(from, to))
        {
            var start = interval.HasStart ? Instant.Max(interval.Start, from + Duration.FromHours(1)) : from + Duration.FromHours(1);
            yield return start - Duration.FromHours(1);
            yield return start - Duration.FromSeconds(1);
            yield return start;
            yield return start + Duration.FromHours(1);
        }
        yield return to - Duration.FromSeconds(1);
    }

    private static void Agree(string id, ExpandedTimeZone expanded, Instant instant)
    {
        var expected = Sample.Zone(id).GetUtcOffset(instant).ToTimeSpan();
        var actual = expanded.OffsetAt(instant.ToDateTimeUtc());
        if (actual != expected)
            Assert.Fail($"{id} at {instant}: the VTIMEZONE says {actual}, the tz database {expected}");
    }
}
