using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Domain.Merging;
using Rallies.Storage;

namespace Rallies.Web.Feeds;

/// <summary>Reads where rallies went that have become part of another.</summary>
internal static class MergedRallies
{
    /// <summary>By the number of each that is part of another, the one it leads to.</summary>
    public static async Task<Dictionary<int, Rally>> SurvivorsAsync(
        this RalliesContext context,
        IEnumerable<Rally> wanted,
        Merges merges,
        CancellationToken cancellation
    )
    {
        var survivors = wanted.Where(r => r.IsMerged).ToDictionary(r => r.Id, r => merges.SurvivorOf(r.Id));
        if (survivors.Count == 0)
            return [];
        var ids = survivors.Values.Distinct().ToList();
        var found = await context.Rallies.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        return survivors.ToDictionary(s => s.Key, s => found[s.Value]);
    }

    /// <summary>The feeds about them, and the feed about what each leads to.</summary>
    public static async Task<ImmutableDictionary<FeedSubject, FeedSubject>> MergedFeedsAsync(
        this RalliesContext context,
        Dictionary<int, DayOfAction> days,
        Merges merges,
        CancellationToken cancellation
    )
    {
        var merged = await context
            .Rallies.AsNoTracking()
            .Where(r => r.MergedIntoId != null && r.HiddenAt == null)
            .ToListAsync(cancellation);
        var survivors = await context.SurvivorsAsync(merged, merges, cancellation);
        return merged.ToImmutableDictionary(Feed, r => Feed(survivors[r.Id]));

        FeedSubject Feed(Rally rally) => new FeedSubject.OneRally(days[rally.DayId].Slug, rally.Slug);
    }
}
