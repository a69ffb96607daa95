using Rallies.Domain;

namespace Rallies.Web.Reads;

/// <summary>A picket line and how far it is from where somebody asks.</summary>
public sealed record NearPicket(ListedPicket Picket, Distance Distance)
{
    public static IReadOnlyList<NearPicket> InOrder(IEnumerable<ListedPicket> pickets, Coordinates from) =>
        [
            .. pickets
                .Select(p => new NearPicket(p, from.DistanceTo(p.Line.Coordinates)))
                .OrderBy(n => n.Distance)
                .ThenBy(n => n.Picket.Line.Id),
        ];
}
