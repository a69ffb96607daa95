using NodaTime;
using Rallies.Calendars;
using Rallies.Calendars.Reading;
using Rallies.Tests.Towns;
using Rallies.Web.Importing;

namespace Rallies.Tests.Importing;

public sealed class TownOfEventTests
{
    private readonly TownOfEvent towns = new(RealGazetteer.Instance);

    [Theory]
    [InlineData("Victoria Gardens, The Headrow, Leeds LS1 3AA, UK", "leeds", "Victoria Gardens, The Headrow")]
    [InlineData("Town Hall, Leeds, West Yorkshire, England", "leeds", "Town Hall")]
    [InlineData("Leeds", "leeds", "")]
    [InlineData("TBC, York", "york", "")]
    [InlineData("York, place to be confirmed", "york", "")]
    [InlineData("Augustusplatz, 04109 Leipzig, Deutschland", "leipzig", "Augustusplatz")]
    [InlineData("Caerdydd", "cardiff", "")]
    public void The_end_of_LOCATION_says_the_town(string location, string slug, string place)
    {
        var found = towns.Of(Event(location), "GB");

        Assert.Equal((slug, place), (found.Town?.Slug.Value, found.Place));
    }

    [Fact]
    public void Without_a_town_in_LOCATION_the_map_says_it_within_15_kilometres()
    {
        var leeds = Some.Town("leeds").Coordinates;

        Assert.Equal("leeds", towns.Of(Event("The old mill", leeds.Latitude, leeds.Longitude), "GB").Town?.Slug.Value);
        Assert.Null(towns.Of(Event("The old mill", 56.5, 2.5), "GB").Town);
    }

    [Fact]
    public void Without_both_the_words_before_a_colon_say_it() =>
        Assert.Equal("leeds", towns.Of(Event(null) with { Summary = "Leeds: Picnic" }, "GB").Town?.Slug.Value);

    [Fact]
    public void Of_towns_with_one_name_none_is_guessed()
    {
        var whitchurch = towns.Of(Event("Town Hall, Whitchurch"), "GB");

        Assert.Null(whitchurch.Town);
        Assert.True(whitchurch.Several.Count > 1);
        Assert.All(whitchurch.Several, town => Assert.Equal("Whitchurch", town.Name));
    }

    [Fact]
    public void The_county_beside_it_tells_towns_of_one_name_apart()
    {
        var one = towns.Of(Event("Whitchurch"), "GB").Several[0];

        Assert.Equal(one, towns.Of(Event($"Town Hall, Whitchurch, {one.County}"), "GB").Town);
    }

    [Fact]
    public void The_map_tells_towns_of_one_name_apart()
    {
        var wight = towns.Of(Event("Newport", 50.70, -1.29), "GB");

        Assert.Equal((50.7, "Newport"), (Math.Round(wight.Town!.Coordinates.Latitude, 1), wight.Town.Name));
    }

    private static ReadEvent Event(string? location, double? latitude = null, double longitude = 0) =>
        new()
        {
            Uid = "1",
            Summary = "Picnic for pay",
            Location = location,
            Position = latitude is { } north ? new GeoPosition(north, longitude) : null,
            Times = EventTimes.AllDay(new LocalDate(2028, 6, 3), new LocalDate(2028, 6, 3)),
            Line = 4,
        };
}
