using System.Diagnostics.CodeAnalysis;
using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>The towns of the world, found by name, by slug or by nearness, with no outside call. Immutable: share one.</summary>
public sealed class Gazetteer
{
    public const int MostResults = 100;
    private readonly Dictionary<string, Town> bySlug;
    private readonly NameIndex names;
    private readonly PointIndex points;

    /// <summary>Takes the towns in order of rank, the most populous first.</summary>
    public Gazetteer(IReadOnlyList<Town> towns)
    {
        Towns = towns;
        bySlug = towns.ToDictionary(town => town.Slug.Value, StringComparer.Ordinal);
        names = new NameIndex(towns);
        points = new PointIndex(towns);
    }

    /// <summary>All of them, the most populous first.</summary>
    public IReadOnlyList<Town> Towns { get; }

    /// <summary>Reads the towns embedded in the program: once, at the start.</summary>
    public static Gazetteer Load() => new(TownFile.Read());

    public Town? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public bool TryFind(string slug, [NotNullWhen(true)] out Town? town) => bySlug.TryGetValue(slug, out town);

    /// <summary>
    /// Towns whose name, other name or a later word of it begins with the query, whatever its case and accents; whole names come first,
    /// then towns of the home country (ISO 3166), then the populous. If there are none: those one slip of the finger away. Where a slip
    /// away there is a likelier town than all that begin so, it comes last: Leeds for "leds".
    /// </summary>
    public IReadOnlyList<Town> Search(string? query, int limit = 10, string? home = null)
    {
        if (limit <= 0)
            return [];
        var wanted = FoldedText.Of(query, NameIndex.LongestQuery);
        var most = Math.Min(limit, MostResults);
        var found = names.BeginningWith(wanted, most, home);
        if (found.Count > 0)
            return WithLikelySlip(found, wanted, most, home);

        // "Goole, East Yorkshire": the place may be described in words that are not ours.
        if (query?.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            return Search(query[..comma], most, home);
        return names.OneSlipFrom(wanted, most, home);
    }

    // Who types "leds" hardly means Ledston; who types "hull", or the beginning of Manchester, has made no mistake.
    private IReadOnlyList<Town> WithLikelySlip(IReadOnlyList<Town> found, string wanted, int most, string? home)
    {
        var isHome = found[0].Country == (home ?? found[0].Country);
        if (most == 1 || (isHome && TownNames.Of(found[0]).Contains(wanted)))
            return found;
        if (names.OneSlipFrom(wanted, 1, home) is not [var meant] || found.Any(town => !IsLikelier(meant, town, home)))
            return found;
        return [.. found.Take(most - 1), meant];
    }

    private static bool IsLikelier(Town one, Town other, string? home) =>
        (one.Country == home, one.Population).CompareTo((other.Country == home, other.Population)) > 0;

    /// <summary>The towns closest to a point, the closest first.</summary>
    public IReadOnlyList<Town> Nearest(Coordinates coordinates, int count) => points.Nearest(coordinates, Math.Min(count, MostResults));
}
