using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Web.Reads;

/// <summary>Which towns have no rally yet, the most populous first.</summary>
public static class Coverage
{
    // Nearer than this, somebody who starts one is asked to join the other.
    private const double SameTownMetres = 5_000;

    public static IReadOnlyList<Town> LargestWithout(Gazetteer towns, IReadOnlyList<ListedRally> rallies, int count)
    {
        var on = rallies.Where(r => r.Status != RallyStatus.Cancelled).ToList();
        var countries = on.Select(r => r.Town.Country).ToHashSet(StringComparer.Ordinal);
        return [.. towns.Towns.Where(t => countries.Contains(t.Country) && !IsCovered(t, on)).Take(count)];
    }

    private static bool IsCovered(Town town, List<ListedRally> rallies) =>
        rallies.Exists(r => r.Town.Slug == town.Slug.Value || (IsAbout(r.Town.Coordinates, town.Coordinates) && r.Town.Coordinates.DistanceTo(town.Coordinates).Metres < SameTownMetres));

    // Spares the trigonometry where it cannot matter: five kilometres are less than a tenth of a degree of latitude.
    private static bool IsAbout(Coordinates a, Coordinates b) => Math.Abs(a.Latitude - b.Latitude) < 0.1;
}
