using NodaTime;
using Rallies.Domain;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Pickets;

/// <summary>What the page of picket lines shows.</summary>
/// <param name="Typed">The town as it was asked for; empty when none was.</param>
/// <param name="Near">Null when none was asked for, or nobody knows it.</param>
/// <param name="Day">Null for all the coming days.</param>
public sealed record PicketsView(IReadOnlyList<ListedPicket> Coming, string Typed, Town? Near, LocalDate? Day, Instant Now)
{
    private const int MostNear = 50;

    public bool IsUnknownTown => Typed.Length > 0 && Near is null;

    /// <summary>Today where most of them are.</summary>
    public LocalDate Today =>
        Now.InZone(
            Near?.Zone
                ?? Coming
                    .CountBy(p => p.Town.ZoneId)
                    .OrderByDescending(z => z.Value)
                    .Select(z => DateTimeZoneProviders.Tzdb[z.Key])
                    .FirstOrDefault()
                ?? DateTimeZone.Utc
        ).Date;

    public IEnumerable<LocalDate> Days => Enumerable.Range(0, PicketReads.DaysAhead).Select(Today.PlusDays);

    private IEnumerable<ListedPicket> Shown => Day is { } day ? Coming.Where(p => DaysOf(p).Contains(day)) : Coming;

    /// <summary>Each under the next day on which it stands; with a town, or a day, there is one group.</summary>
    public IEnumerable<(LocalDate Date, IReadOnlyList<ListedPicket> Pickets)> ByDay =>
        Shown.GroupBy(p => Day ?? DaysOf(p).First()).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<ListedPicket>)[.. g]));

    public IReadOnlyList<NearPicket> Nearest => Near is null ? [] : [.. NearPicket.InOrder(Shown, Near.Coordinates).Take(MostNear)];
    public bool IsEmpty => !Shown.Any();

    /// <summary>The address of this page with another day, null for all.</summary>
    public string AddressOf(LocalDate? day)
    {
        var filters = new List<string>(2);
        if (Typed.Length > 0)
            filters.Add($"town={Uri.EscapeDataString(Typed)}");
        if (day is { } date)
            filters.Add($"day={NodaTime.Text.LocalDatePattern.Iso.Format(date)}");
        return filters.Count == 0 ? Addresses.Pickets : $"{Addresses.Pickets}?{string.Join('&', filters)}";
    }

    private IEnumerable<LocalDate> DaysOf(ListedPicket picket) => picket.Days(Now, PicketReads.DaysAhead);
}
