using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>What counting and the live board have to know of a rally beside its log.</summary>
/// <param name="Day">The day's slug.</param>
/// <param name="Town">The rally's slug.</param>
/// <param name="Version">The day's version at the rally's last public change.</param>
/// <param name="StartsAt">In the town's own time.</param>
/// <param name="IsHidden">On no board: hidden by a moderator, or part of another rally.</param>
/// <param name="Pledged">People who said they would come.</param>
public sealed record CountedRally(
    int Id,
    int DayId,
    string Day,
    string Town,
    long Version,
    RallyStatus Status,
    OffsetDateTime StartsAt,
    CountingHours Hours,
    int? Capacity,
    bool IsSigned,
    bool AsksForCode,
    bool IsHidden,
    int Pledged
)
{
    public CountedRally(Rally rally, DayOfAction day, int pledged)
        : this(
            rally.Id,
            day.Id,
            day.Slug,
            rally.Slug,
            rally.Version,
            day.Status == DayStatus.Cancelled ? RallyStatus.Cancelled : rally.Status,
            rally.Hours(day).Start.InZone(rally.Town.Zone).ToOffsetDateTime(),
            new CountingHours(rally.Hours(day), rally.CountingClosedAt),
            rally.Capacity,
            rally.FigureSignedAt is not null,
            rally.CodeAskedAt is not null,
            !rally.IsShown,
            pledged
        ) { }

    public bool IsCancelled => Status == RallyStatus.Cancelled;
}
