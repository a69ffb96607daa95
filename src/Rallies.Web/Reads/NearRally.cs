using Rallies.Domain;

namespace Rallies.Web.Reads;

/// <summary>A rally and how far it is from where somebody asks.</summary>
public sealed record NearRally(ListedRally Rally, Distance Distance)
{
    /// <summary>The nearest first; those equally near by slug, so that pages of a list never overlap.</summary>
    public static IReadOnlyList<NearRally> InOrder(IEnumerable<ListedRally> rallies, Coordinates from) =>
        [
            .. rallies
                .Select(r => new NearRally(r, from.DistanceTo(r.Coordinates)))
                .OrderBy(n => n.Distance)
                .ThenBy(n => n.Rally.Slug, StringComparer.Ordinal),
        ];
}
