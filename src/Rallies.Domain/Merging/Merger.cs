using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Domain.Merging;

/// <summary>The rules by which two rallies of one day become one.</summary>
public static class Merger
{
    public static readonly Duration UndoneWithin = Duration.FromDays(7);

    /// <param name="hasCount">Whether anybody was ever counted at either.</param>
    /// <returns>Null when nothing stands in the way.</returns>
    public static MergeObstacle? ObstacleTo(DayOfAction day, Rally merged, Rally survivor, bool hasCount, Instant now) =>
        merged.Id == survivor.Id ? MergeObstacle.SameRally
        : day.Status is DayStatus.Cancelled or DayStatus.Over ? MergeObstacle.DayIsOff
        : !merged.IsShown || merged.Status == RallyStatus.Cancelled ? MergeObstacle.NotOn
        : !survivor.IsShown || survivor.Status is RallyStatus.Cancelled or RallyStatus.Postponed ? MergeObstacle.SurvivorNotOn
        : hasCount || HasOpened(merged, day, now) || HasOpened(survivor, day, now) ? MergeObstacle.Counted
        : null;

    /// <summary>It may be undone until then; null while it is no part of another.</summary>
    public static Instant? UndoneUntil(Rally merged) => merged.MergedAt + UndoneWithin;

    private static bool HasOpened(Rally rally, DayOfAction day, Instant now) =>
        new CountingHours(rally.Hours(day), rally.CountingClosedAt).HasOpened(now);
}
