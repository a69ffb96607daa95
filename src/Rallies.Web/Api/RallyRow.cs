using Rallies.Domain;
using Rallies.Web.Reads;
using Rallies.Web.Settings;

namespace Rallies.Web.Api;

/// <summary>A rally. Name is its own, or else its town's; place is null while it is still to be confirmed, and the point the middle of the town.</summary>
public record RallyRow
{
    public required string Day { get; init; }
    public required string Town { get; init; }
    public required string Name { get; init; }
    public required string Region { get; init; }
    public required string? Place { get; init; }
    public required bool PlaceConfirmed { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string TimeZone { get; init; }
    public required RallyStatus Status { get; init; }
    public required string Url { get; init; }

    /// <summary>From the point asked about, right to a tenth; null when none was.</summary>
    public required double? DistanceKm { get; init; }

    public static RallyRow Of(ListedRally rally, Distance? distance, PublicAddress address) =>
        new()
        {
            Day = rally.Day,
            Town = rally.Slug,
            Name = rally.Name.Length > 0 ? rally.Name : rally.Town.Name,
            Region = rally.Town.Region,
            Place = rally.Place,
            PlaceConfirmed = rally.Place is not null,
            Latitude = rally.Coordinates.Latitude,
            Longitude = rally.Coordinates.Longitude,
            StartsAt = rally.Hours.Start.InZone(rally.Town.Zone).ToDateTimeOffset(),
            EndsAt = rally.Hours.End.InZone(rally.Town.Zone).ToDateTimeOffset(),
            TimeZone = rally.Town.ZoneId,
            Status = rally.Status,
            Url = address.Absolute(Addresses.ForTown(rally.Day, rally.Slug)),
            DistanceKm = distance is { } d ? Math.Round(d.Kilometres, 1) : null,
        };
}
