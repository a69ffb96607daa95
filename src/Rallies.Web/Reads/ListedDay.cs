using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.Reads;

/// <summary>A day of action as lists and programs see it.</summary>
public sealed record ListedDay
{
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>On the wall clock, the same in every town.</summary>
    public required LocalDateTime StartsAt { get; init; }
    public required Duration Lasts { get; init; }

    /// <summary>The zone in which the day itself is spoken of.</summary>
    public required string ZoneId { get; init; }

    /// <summary>As of now: over once the last of its rallies has ended.</summary>
    public required DayStatus Status { get; init; }

    /// <summary>Rallies that are shown, those called off among them.</summary>
    public required int Rallies { get; init; }

    /// <summary>Rallies that are shown and not called off.</summary>
    public required int RalliesOn { get; init; }

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[ZoneId];
    public Instant Starts => WallClock.InstantOf(StartsAt, Zone);
    public bool IsToCome => Status is DayStatus.Announced or DayStatus.Moved;
}
