using NodaTime;
using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Tests.Towns;

public sealed class GazetteerTownsTests
{
    private readonly Gazetteer gazetteer = RealGazetteer.Instance;

    [Fact]
    public void Britain_is_there_and_the_world_beyond_it()
    {
        var british = gazetteer.Towns.Count(town => town.Country == "GB");

        Assert.InRange(british, 4_000, 10_000);
        Assert.InRange(gazetteer.Towns.Count, 20_000, 60_000);
    }

    [Fact]
    public void Every_slug_is_valid_and_belongs_to_one_town()
    {
        var slugs = gazetteer.Towns.Select(town => town.Slug.Value).ToList();

        Assert.All(slugs, slug => Assert.Matches("^[a-z0-9-]{2,60}$", slug));
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
        Assert.All(gazetteer.Towns, town => Assert.Same(town, gazetteer.Find(town.Slug)));
    }

    [Fact]
    public void Slugs_begin_with_the_name_as_the_program_folds_it()
    {
        var strangers = gazetteer.Towns.Where(town => Slug.From(town.Name) is { } folded && !Begins(town.Slug, folded));

        Assert.Empty(strangers.Select(town => (town.Slug.Value, town.Name)));

        static bool Begins(string slug, string folded) => (slug + "-").StartsWith(folded + "-", StringComparison.Ordinal);
    }

    [Fact]
    public void The_bare_name_is_the_most_populous_places()
    {
        var newports = gazetteer.Towns.Where(town => town.Name == "Newport").ToList();

        Assert.Equal("newport", newports.MaxBy(town => town.Population)!.Slug);
        Assert.Equal("wales", gazetteer.Find("newport")!.Region);
        Assert.Equal("AU", gazetteer.Find("perth")!.Country);
        Assert.Equal("Perth and Kinross", gazetteer.Find("perth-perth-and-kinross")!.County);
    }

    [Theory]
    [InlineData("leeds", "england", "Leeds", "Europe/London")]
    [InlineData("cardiff", "wales", "Cardiff", "Europe/London")]
    [InlineData("glasgow", "scotland", "Glasgow", "Europe/London")]
    [InlineData("newry", "northern-ireland", "Newry, Mourne and Down", "Europe/London")]
    public void A_British_town_has_its_nation_county_and_clock(string slug, string region, string county, string zone)
    {
        var town = gazetteer.Find(slug)!;

        Assert.Equal((region, county, zone), (town.Region, town.County, town.ZoneId));
    }

    [Fact]
    public void Every_town_of_a_country_with_one_clock_keeps_it()
    {
        Assert.Equal(["Europe/London"], ZonesOf("GB"));
        Assert.Equal(["Europe/Dublin"], ZonesOf("IE"));

        IEnumerable<string> ZonesOf(string country) =>
            gazetteer.Towns.Where(town => town.Country == country).Select(town => town.ZoneId).Distinct();
    }

    [Fact]
    public void Every_zone_is_known()
    {
        var unknown = gazetteer
            .Towns.Select(town => town.ZoneId)
            .Distinct()
            .Where(id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is null);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_region_lies_in_one_country_and_has_one_name()
    {
        var regions = gazetteer.Towns.Select(town => (town.Region, town.Country)).Distinct().GroupBy(pair => pair.Region);

        Assert.Empty(regions.Where(region => region.Count() > 1).Select(region => region.Key));
        Assert.All(gazetteer.Towns, town => Assert.True(Slug.IsValid(town.Region) && town.RegionName.Length > 0));
        Assert.Equal(
            ["england", "northern-ireland", "scotland", "wales"],
            gazetteer.Towns.Where(town => town.Country == "GB").Select(town => town.Region).Distinct().Order()
        );
    }

    [Fact]
    public void The_nearest_town_to_Goole_is_Goole_and_Howden_is_not_far()
    {
        var goole = gazetteer.Find("goole")!;

        var nearest = gazetteer.Nearest(goole.Coordinates, 8);

        Assert.Same(goole, nearest[0]);
        Assert.Contains(nearest, town => town.Name == "Howden");
        Assert.Equal(nearest.OrderBy(town => goole.Coordinates.DistanceTo(town.Coordinates)), nearest);
    }

    [Fact]
    public void Nearness_crosses_the_date_line()
    {
        var nearest = gazetteer.Nearest(new Coordinates(-17, -179.99), 1)[0];

        Assert.Equal("FJ", nearest.Country);
    }
}
