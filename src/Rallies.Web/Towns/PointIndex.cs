using System.Numerics;
using Rallies.Domain;

namespace Rallies.Web.Towns;

/// <summary>Every town as a point on the unit sphere: the straight line through the earth orders them as the way over it does, without trigonometry.</summary>
internal sealed class PointIndex
{
    private readonly IReadOnlyList<Town> towns;
    private readonly Vector3[] points;

    public PointIndex(IReadOnlyList<Town> towns)
    {
        this.towns = towns;
        points = [.. towns.Select(town => OnSphere(town.Coordinates))];
    }

    public IReadOnlyList<Town> Nearest(Coordinates from, int count)
    {
        if (count <= 0)
            return [];
        var here = OnSphere(from);
        var furthestFirst = new PriorityQueue<int, float>(count + 1);
        for (var i = 0; i < points.Length; i++)
        {
            var away = -Vector3.DistanceSquared(here, points[i]);
            if (furthestFirst.Count < count)
                furthestFirst.Enqueue(i, away);
            else if (furthestFirst.TryPeek(out _, out var furthest) && away > furthest)
                furthestFirst.DequeueEnqueue(i, away);
        }
        return [.. furthestFirst.UnorderedItems.Select(item => towns[item.Element]).OrderBy(town => from.DistanceTo(town.Coordinates))];
    }

    private static Vector3 OnSphere(Coordinates at)
    {
        var (up, outward) = Math.SinCos(double.DegreesToRadians(at.Latitude));
        var (east, ahead) = Math.SinCos(double.DegreesToRadians(at.Longitude));
        return new Vector3((float)(outward * ahead), (float)(outward * east), (float)up);
    }
}
