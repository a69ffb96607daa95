using NodaTime;
namespace Rallies.Domain;
public sealed record Town(string Slug, string Name, IReadOnlyList<string> OtherNames, string Region, string RegionName, string County, string Country, Coordinates Coordinates, int Population, string ZoneId)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
}
