using Rallies.Domain;

namespace Rallies.Web.Api;

/// <summary>A town of the gazetteer.</summary>
public sealed record TownRow(
    string Slug,
    string Name,
    string Region,
    string Country,
    double Latitude,
    double Longitude,
    int Population,
    string TimeZone
)
{
    public static TownRow Of(Town town) =>
        new(
            town.Slug,
            town.Name,
            town.Region,
            town.Country,
            town.Coordinates.Latitude,
            town.Coordinates.Longitude,
            town.Population,
            town.ZoneId
        );
}
