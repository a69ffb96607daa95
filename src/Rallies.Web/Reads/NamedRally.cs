using NodaTime;

namespace Rallies.Web.Reads;

/// <summary>What a rally is called, and no more.</summary>
/// <param name="Day">The day's slug.</param>
/// <param name="Town">The rally's slug.</param>
public sealed record NamedRally(int Id, string Day, string DayName, string Town, string TownName, string ZoneId)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
}
