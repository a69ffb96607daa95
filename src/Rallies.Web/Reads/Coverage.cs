using Rallies.Domain;
using Rallies.Web.Towns;

namespace Rallies.Web.Reads;

/// <summary>Which towns have no rally yet, the most populous first.</summary>
public static class Coverage
{
    // An hour and a half on foot: nearer than this, people have a rally, if not their own.
    private const double NearEnoughMetres = 8_000;

    public static IReadOnlyList<Town> LargestWithout(Gazetteer towns, IReadOnlyList<ListedRally> rallies, int count)
    {
        var on = rallies.Where(r => r.Status != RallyStatus.Cancelled).ToList();
        var countries = on.Select(r => r.Town.Country).ToHashSet(StringComparer.Ordinal);
        return [.. towns.Towns.Where(t => countries.Contains(t.Country) && !IsCovered(t, on)).Take(count)];
    }

    private static bool IsCovered(Town town, List<ListedRally> rallies) =>
        rallies.Exists(r =>
            r.Town.Slug == town.Slug.Value
            || (IsAbout(r.Town.Coordinates, town.Coordinates) && r.Town.Coordinates.DistanceTo(town.Coordinates).Metres < NearEnoughMetres)
        );

    // Spares the trigonometry where it cannot matter: eight kilometres are less than a tenth of a degree of latitude.
    private static bool IsAbout(Coordinates a, Coordinates b) => Math.Abs(a.Latitude - b.Latitude) < 0.1;
}
