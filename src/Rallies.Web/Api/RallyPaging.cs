using System.Globalization;
using Rallies.Domain;
using Rallies.Web.Reads;

namespace Rallies.Web.Api;

/// <summary>Pages of a list of rallies. Where a page ended is told by its last row's place in the order, so that rallies may come and go between.</summary>
internal static class RallyPaging
{
    public const int MostOnAPage = 500;

    /// <summary>The last row of the page before: its distance in whole metres when the list is by distance, and its slug.</summary>
    public readonly record struct Cursor(long? Metres, string Slug)
    {
        public override string ToString() => Metres is { } metres ? string.Create(CultureInfo.InvariantCulture, $"{metres}.{Slug}") : Slug;
    }

    public static bool TryRead(string? after, bool byDistance, out Cursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(after))
            return true;
        var dot = after.IndexOf('.', StringComparison.Ordinal);
        if (byDistance != dot > 0 || !Slug.IsValid(after[(dot + 1)..]))
            return false;
        long metres = 0;
        if (byDistance && !long.TryParse(after[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out metres))
            return false;
        cursor = new Cursor(byDistance ? metres : null, after[(dot + 1)..]);
        return true;
    }

    public static (IReadOnlyList<(ListedRally Rally, Distance? Distance)> Rallies, Cursor? Next) Page(
        IReadOnlyList<ListedRally> rallies,
        Coordinates? near,
        Cursor? after,
        int limit
    )
    {
        var ordered = rallies
            .Select(r => (Rally: r, Distance: near?.DistanceTo(r.Coordinates)))
            .Select(r => (r.Rally, r.Distance, At: new Cursor(r.Distance is { } d ? (long)Math.Round(d.Metres) : null, r.Rally.Slug)))
            .OrderBy(r => r.At.Metres)
            .ThenBy(r => r.At.Slug, StringComparer.Ordinal)
            .SkipWhile(r => after is { } last && !IsBehind(r.At, last))
            .Take(limit + 1)
            .ToList();
        var page = ordered.Take(limit).ToList();
        return ([.. page.Select(r => (r.Rally, r.Distance))], ordered.Count > limit ? page[^1].At : null);
    }

    public static string Address(string day, string? near, int limit, Cursor next) =>
        $"{Addresses.Api}/days/{day}/rallies?{(string.IsNullOrEmpty(near) ? "" : $"near={Uri.EscapeDataString(near)}&")}limit={limit}&after={next}";

    private static bool IsBehind(Cursor one, Cursor other) =>
        one.Metres != other.Metres ? one.Metres > other.Metres : string.CompareOrdinal(one.Slug, other.Slug) > 0;
}
