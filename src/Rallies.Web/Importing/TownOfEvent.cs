using Rallies.Calendars.Reading;
using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Web.Importing;

/// <summary>
/// Finds the town of an event: by the parts of LOCATION from its end, else the nearest to GEO, else by what stands before a colon in
/// SUMMARY. Of towns with the same name one is taken only where something tells them apart, as people travel by it.
/// </summary>
internal sealed class TownOfEvent(Gazetteer gazetteer)
{
    // A town that is asked for by its name alone is the one everybody thinks of, or nobody knows which.
    private const int MuchLarger = 10;

    // In people, of villages that nobody has counted.
    private const int UnknownSize = 1_000;
    private static readonly Distance Near = new(15_000);
    private static readonly Distance SamePlace = new(50_000);
    private readonly Dictionary<string, IReadOnlyList<Town>> called = new(StringComparer.Ordinal);

    /// <param name="home">The country of the event's zone: its towns are meant before others.</param>
    public FoundTown Of(ReadEvent said, string? home)
    {
        var location = LocationParts.Of(said.Location);
        var point = PointOf(said);
        IReadOnlyList<Town> several = [];
        for (var i = location.Parts.Count - 1; i >= 0 && several.Count == 0; i--)
        {
            var towns = Among(Called(LocationParts.WithoutPostcode(location.Parts[i])), location, i, point, home);
            if (towns is not [var town])
            {
                several = towns;
                continue;
            }
            // "Camden, London": the part before may be a town of this one, or this one its county.
            if (i > 0 && Called(location.Parts[i - 1]).FirstOrDefault(t => IsPartOf(t, town)) is { } within)
                (town, i) = (within, i - 1);
            return new FoundTown(town, [], PlaceIn(location.Parts.Take(i)));
        }
        var place = PlaceIn(location.Parts.Where(part => LocationParts.WithoutPostcode(part).Length > 0 || location.Parts.Count == 1));
        if (several.Count > 0)
            return new FoundTown(null, several, place);
        if (point is { } here && gazetteer.Nearest(here, 1) is [var nearest] && nearest.Coordinates.DistanceTo(here) <= Near)
            return new FoundTown(nearest, [], place);
        var colon = said.Summary.IndexOf(':', StringComparison.Ordinal);
        var before = colon > 0 ? Among(Called(said.Summary[..colon]), location, -1, null, home) : [];
        return new FoundTown(before is [var only] ? only : null, before is [_] ? [] : before, place);
    }

    /// <summary>The town that people mean by a name, those it could be, or none.</summary>
    public static IReadOnlyList<Town> ByName(Gazetteer gazetteer, string name)
    {
        var parts = LocationParts.Of(name);
        return new TownOfEvent(gazetteer) is var towns && parts.Parts is [var first, ..]
            ? Among(towns.Called(LocationParts.WithoutPostcode(first)), parts, 0, null, "GB")
            : [];
    }

    public static Coordinates? PointOf(ReadEvent said) =>
        said.Position is { } position && Coordinates.AreValid(position.Latitude, position.Longitude)
            ? new Coordinates(position.Latitude, position.Longitude)
            : null;

    private IReadOnlyList<Town> Called(string name)
    {
        var folded = FoldedText.Of(name, NameIndex.LongestQuery);
        if (folded.Length < 2)
            return [];
        if (!called.TryGetValue(folded, out var towns))
            called[folded] = towns = [
                .. gazetteer.Search(name, Gazetteer.MostResults).Where(t => t.Slug.Value == folded || TownNames.Of(t).Contains(folded)),
            ];
        return towns;
    }

    // What tells towns of one name apart: the map, the country, the county or region beside it, and at last their size.
    private static IReadOnlyList<Town> Among(IReadOnlyList<Town> towns, LocationParts location, int part, Coordinates? point, string? home)
    {
        if (point is { } here)
            return [.. towns.Where(t => t.Coordinates.DistanceTo(here) <= SamePlace).OrderBy(t => t.Coordinates.DistanceTo(here)).Take(1)];
        towns = Narrowed(towns, t => location.NamedCountries.Contains(t.Country));
        towns = Narrowed(towns, t => t.Country == home);
        var others = location.Parts.Where((_, i) => i != part).Select(p => FoldedText.Of(p, NameIndex.LongestQuery)).ToHashSet();
        towns = Narrowed(towns, t => others.Contains(Folded(t.County)) || others.Contains(Folded(t.RegionName)));
        var largestFirst = towns.OrderByDescending(t => t.Population).ToList();
        return largestFirst is [var first, var second, ..] && first.Population >= MuchLarger * Math.Max(UnknownSize, second.Population)
            ? [first]
            : largestFirst;
    }

    private static IReadOnlyList<Town> Narrowed(IReadOnlyList<Town> towns, Func<Town, bool> isMeant) =>
        towns.Where(isMeant).ToList() is { Count: > 0 } meant ? meant : towns;

    private static bool IsPartOf(Town town, Town larger) =>
        town != larger
        && town.Country == larger.Country
        && town.Coordinates.DistanceTo(larger.Coordinates) <= SamePlace
        && (Folded(town.County) is var county && (county == Folded(larger.Name) || county == $"greater-{Folded(larger.Name)}"));

    private static string Folded(string name) => FoldedText.Of(name, NameIndex.LongestQuery);

    private static string PlaceIn(IEnumerable<string> parts)
    {
        var place = string.Join(", ", parts);
        return Folded(place) is "tbc" or "tba" or "to-be-confirmed" or "to-be-announced" or "place-to-be-confirmed" ? "" : place;
    }
}
