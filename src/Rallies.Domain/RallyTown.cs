using NodaTime;

namespace Rallies.Domain;

/// <summary>A town as a rally remembers it: gazetteers change with the program, a rally's town does not.</summary>
public sealed record RallyTown(string Slug, string Name, string Region, string Country, double Latitude, double Longitude, string ZoneId)
{
    public RallyTown(Town town)
        : this(town.Slug, town.Name, town.Region, town.Country, town.Coordinates.Latitude, town.Coordinates.Longitude, town.ZoneId) { }

    public Coordinates Coordinates => new(Latitude, Longitude);
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
}
