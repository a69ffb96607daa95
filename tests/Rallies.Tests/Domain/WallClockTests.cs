using NodaTime;
using Rallies.Domain;

namespace Rallies.Tests.Domain;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("Europe/London", "2028-06-03T18:00", "2028-06-03T17:00:00Z")]
    [InlineData("Europe/London", "2028-12-03T18:00", "2028-12-03T18:00:00Z")]
    [InlineData("Europe/Dublin", "2028-06-03T18:00", "2028-06-03T17:00:00Z")]
    [InlineData("Europe/Dublin", "2028-12-03T18:00", "2028-12-03T18:00:00Z")]
    [InlineData("Asia/Kolkata", "2028-06-03T18:00", "2028-06-03T12:30:00Z")]
    [InlineData("America/St_Johns", "2028-06-03T18:00", "2028-06-03T20:30:00Z")]
    public void Six_o_clock_is_six_o_clock_where_it_is(string zone, string local, string instant) =>
        Assert.Equal(Instant(instant), WallClock.InstantOf(Local(local), Zone(zone)));

    [Theory]
    [InlineData("2028-03-26T00:59", "2028-03-26T00:59:00Z")]
    [InlineData("2028-03-26T02:00", "2028-03-26T01:00:00Z")]
    [InlineData("2028-10-29T00:59", "2028-10-28T23:59:00Z")]
    [InlineData("2028-10-29T02:00", "2028-10-29T02:00:00Z")]
    public void Both_nights_on_which_the_clocks_change_are_kept(string local, string instant) =>
        Assert.Equal(Instant(instant), WallClock.InstantOf(Local(local), Zone("Europe/London")));

    [Fact]
    public void A_time_the_clocks_jump_over_does_not_exist_and_means_as_much_later()
    {
        var gap = Local("2028-03-26T01:30");

        Assert.False(WallClock.Exists(gap, Zone("Europe/London")));
        Assert.False(WallClock.IsAmbiguous(gap, Zone("Europe/London")));
        Assert.Equal(Instant("2028-03-26T01:30:00Z"), WallClock.InstantOf(gap, Zone("Europe/London")));
    }

    [Fact]
    public void A_time_shown_twice_means_the_first()
    {
        var overlap = Local("2028-10-29T01:30");

        Assert.True(WallClock.Exists(overlap, Zone("Europe/London")));
        Assert.True(WallClock.IsAmbiguous(overlap, Zone("Europe/London")));
        Assert.Equal(Instant("2028-10-29T00:30:00Z"), WallClock.InstantOf(overlap, Zone("Europe/London")));
    }

    [Fact]
    public void A_zone_that_never_changes_has_neither()
    {
        var night = Local("2028-03-26T01:30");

        Assert.True(WallClock.Exists(night, Zone("Asia/Kolkata")));
        Assert.False(WallClock.IsAmbiguous(night, Zone("Asia/Kolkata")));
    }

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static LocalDateTime Local(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    private static Instant Instant(string text) => NodaTime.Text.InstantPattern.General.Parse(text).Value;
}
