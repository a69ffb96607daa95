using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Tests.Towns;

public sealed class GazetteerSearchTests
{
    private readonly Gazetteer gazetteer = RealGazetteer.Instance;

    [Theory]
    [InlineData("aber", "Aberystwyth", 30)]
    [InlineData("llanelli", "Llanelli", 1)]
    [InlineData("LEEDS", "Leeds", 1)]
    [InlineData("st albans", "St Albans", 1)]
    [InlineData("saint albans", "St Albans", 1)]
    [InlineData("St. Albans", "St Albans", 1)]
    [InlineData("st albans, herts", "St Albans", 1)]
    [InlineData("newcastle", "Newcastle upon Tyne", 1)]
    [InlineData("upon tyne", "Newcastle upon Tyne", 1)]
    [InlineData("hull", "Kingston upon Hull", 1)]
    [InlineData("kings lynn", "King's Lynn", 1)]
    [InlineData("london", "London", 1)]
    [InlineData("perth", "Perth", 1)]
    [InlineData("derry", "Derry", 1)]
    [InlineData("londonderry", "Derry", 1)]
    public void A_name_as_typed_in_Britain_finds_the_British_town(string query, string name, int within)
    {
        var found = gazetteer.Search(query, within, home: "GB");

        Assert.Equal(1, found.Count(town => town.Name == name && town.Country == "GB"));
    }

    [Theory]
    [InlineData("Caerdydd", "Cardiff")]
    [InlineData("abertawe", "Swansea")]
    [InlineData("Casnewydd", "Newport")]
    [InlineData("wrecsam", "Wrexham")]
    [InlineData("y fenni", "Abergavenny")]
    [InlineData("pen y bont ar ogwr", "Bridgend")]
    [InlineData("tyddewi", "St Davids")]
    [InlineData("dun eideann", "Edinburgh")]
    [InlineData("Béal Feirste", "Belfast")]
    public void A_name_in_the_towns_other_language_finds_it(string query, string name) =>
        Assert.Equal(name, gazetteer.Search(query, 1)[0].Name);

    [Fact]
    public void Caerdydd_finds_Cardiff() => Assert.Equal("cardiff", gazetteer.Search("Caerdydd")[0].Slug);

    [Theory]
    [InlineData("sao paulo", "sao-paulo")]
    [InlineData("São Paulo", "sao-paulo")]
    [InlineData("zurich", "zurich")]
    [InlineData("ZÜRICH", "zurich")]
    [InlineData("paris", "paris")]
    [InlineData("lodz", "lodz")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("malmö", "malmo")]
    public void Accents_and_case_make_no_difference_abroad(string query, string slug) =>
        Assert.Equal(slug, gazetteer.Search(query, 1, home: "GB")[0].Slug);

    [Fact]
    public void Home_comes_first_and_abroad_after_it()
    {
        var found = gazetteer.Search("perth", 2, home: "GB");

        Assert.Equal(["GB", "AU"], found.Select(town => town.Country));
    }

    [Fact]
    public void A_whole_name_comes_before_a_more_populous_beginning()
    {
        var found = gazetteer.Search("york", 2, home: "GB");

        Assert.Equal("york", found[0].Slug);
    }

    [Fact]
    public void A_town_with_two_names_that_fit_is_found_once()
    {
        var found = gazetteer.Search("newcastle", 100);

        Assert.Equal(found.Count, found.Distinct().Count());
    }

    [Theory]
    [InlineData("aberystwith")]
    [InlineData("aberystwth")]
    [InlineData("aberysttwyth")]
    [InlineData("aberysytwth")]
    [InlineData("abreystwyth")]
    public void One_slip_of_the_finger_is_forgiven_two_are_not(string query)
    {
        var found = gazetteer.Search(query).Select(town => town.Name);

        Assert.Equal(query == "aberysytwth" ? [] : ["Aberystwyth"], found);
    }

    [Theory]
    [InlineData("leds", "Leeds")]
    [InlineData("leds, west yorkshire", "Leeds")]
    [InlineData("burry", "Bury")]
    [InlineData("wels", "Wells")]
    public void A_likelier_town_one_slip_away_comes_after_those_that_begin_so(string query, string name)
    {
        var found = gazetteer.Search(query, 5, home: "GB");

        Assert.Equal((true, name), (found.Count > 1, found[^1].Name));
    }

    [Fact]
    public void Names_that_begin_so_do_not_crowd_out_the_likelier_town()
    {
        var crowd = Enumerable.Range(0, 20).Select(i => Town($"Ledston {i}", 900 - i));
        var small = new Gazetteer([Town("Leeds", 500_000), .. crowd]);

        var found = small.Search("leds", 3);

        Assert.Equal(["Ledston 0", "Ledston 1", "Leeds"], found.Select(town => town.Name));
        Assert.Equal("Ledston 0", Assert.Single(small.Search("leds", 1)).Name);
    }

    [Theory]
    [InlineData("goole")] // Poole is larger
    [InlineData("hull")]
    [InlineData("manch")]
    [InlineData("wrexh")]
    public void Who_types_a_name_or_its_beginning_is_not_asked_about_another(string query)
    {
        var found = gazetteer.Search(query, 5, home: "GB");

        Assert.DoesNotContain(
            found,
            town => !TownNames.Of(town).Append(town.Slug.Value).Any(name => $"-{name}".Contains($"-{query}", StringComparison.Ordinal))
        );
    }

    private static Town Town(string name, int population) =>
        new()
        {
            Slug = Slug.From(name)!.Value,
            Name = name,
            OtherNames = [],
            Region = "england",
            RegionName = "England",
            County = "",
            Country = "GB",
            Coordinates = new Coordinates(53.8, -1.55),
            Population = population,
            ZoneId = "Europe/London",
        };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(int.MaxValue, Gazetteer.MostResults)]
    public void The_limit_is_kept(int limit, int count) => Assert.Equal(count, gazetteer.Search("a", limit).Count);
}
