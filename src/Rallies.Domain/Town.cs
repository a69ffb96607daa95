using NodaTime;

namespace Rallies.Domain;

/// <summary>A place of the gazetteer: a town, a village or a well-known part of a city.</summary>
public sealed record Town
{
    public required Slug Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>In another language of the town, or for short: Caerdydd, Hull.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>The region's slug, unique worldwide: england, scotland, wales, northern-ireland; elsewhere the first administrative level.</summary>
    public required string Region { get; init; }
    public required string RegionName { get; init; }

    /// <summary>The name of the county or what comes close to it; empty when not known.</summary>
    public string County { get; init; } = "";

    /// <summary>ISO 3166 alpha-2 code.</summary>
    public required string Country { get; init; }
    public required Coordinates Coordinates { get; init; }

    /// <summary>People, by GeoNames; 0 when not known.</summary>
    public int Population { get; init; }

    /// <summary>IANA name, known to NodaTime's own database.</summary>
    public required string ZoneId { get; init; }
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
}
