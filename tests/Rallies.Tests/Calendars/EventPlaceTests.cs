using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

public sealed class EventPlaceTests
{
    [Fact]
    public void E11_the_place_stands_in_words_in_figures_and_as_Apple_wants_it()
    {
        var placed = Sample.Event with
        {
            Location = "Town Hall, High St, Oldham, OL1 1NL",
            Position = new GeoPosition(53.54114449, -2.1114),
        };

        Assert.Equal(@"Town Hall\, High St\, Oldham\, OL1 1NL", placed.Written("LOCATION"));
        Assert.Equal("53.541144;-2.111400", placed.Written("GEO"));
        Assert.Equal(
            "VALUE=URI;X-APPLE-RADIUS=70;X-TITLE=\"Town Hall, High St, Oldham, OL1 1NL\":geo:53.541144,-2.111400",
            placed.Written("X-APPLE-STRUCTURED-LOCATION")
        );
    }

    [Fact]
    public void E11_without_a_position_there_is_no_map()
    {
        var hidden = Sample.Event with { Location = "Oldham" };

        Assert.Null(hidden.Written("GEO"));
        Assert.Null(hidden.Written("X-APPLE-STRUCTURED-LOCATION"));
    }

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(0, -180.1)]
    [InlineData(double.NaN, 0)]
    public void E11_a_place_that_is_not_on_the_earth_is_refused(double latitude, double longitude) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeoPosition(latitude, longitude));

    [Fact]
    public void E11_the_equator_has_no_sign() =>
        Assert.Equal("0.000000;0.000000", (Sample.Event with { Position = new(-0.0000001, -0.0) }).Written("GEO"));
}
