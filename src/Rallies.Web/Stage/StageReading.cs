using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.Reads;

namespace Rallies.Web.Stage;

/// <summary>Reads the running orders of rallies that are near in time, and what their chairs have said.</summary>
internal sealed class StageReading(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>Read so long before anything of them is said.</summary>
    private static readonly Duration ahead = Duration.FromHours(6);

    public async Task<IReadOnlyList<StagedRally>> NearAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await ReadAsync(context, context.Rallies.Visible(), cancellation);
    }

    /// <summary>The day's slug, and those of its rallies that are near.</summary>
    public async Task<(string Day, IReadOnlyList<StagedRally> Rallies)> OfDayAsync(int dayId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var day = await context.Days.Where(d => d.Id == dayId).Select(d => d.Slug).SingleAsync(cancellation);
        return (day, await ReadAsync(context, context.Rallies.Visible().Where(r => r.DayId == dayId), cancellation));
    }

    /// <summary>Null when it is hidden, or long before or after its hours.</summary>
    public async Task<StagedRally?> OfRallyAsync(int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return (await ReadAsync(context, context.Rallies.Visible().Where(r => r.Id == rallyId), cancellation)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<StagedRally>> ReadAsync(
        RalliesContext context,
        IQueryable<Rally> rallies,
        CancellationToken cancellation
    )
    {
        var now = clock.GetCurrentInstant();
        var days = await context.Days.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
        var hours = await rallies
            .Select(r => new
            {
                r.Id,
                r.DayId,
                r.OwnStart,
                r.OwnLength,
                r.Town.ZoneId,
            })
            .ToListAsync(cancellation);
        var near = hours.Where(h => IsNear(h.OwnStart, h.OwnLength, h.ZoneId, days[h.DayId], now)).ToList();
        if (near.Count == 0)
            return [];
        var (ids, dayIds) = (near.Select(h => h.Id).ToHashSet(), near.Select(h => h.DayId).Distinct().ToList());
        var onThese = rallies.Where(r => dayIds.Contains(r.DayId));
        var found = (await onThese.AsNoTracking().ToListAsync(cancellation)).Where(r => ids.Contains(r.Id));
        var mine = onThese.Select(r => r.Id);
        var slots = (
            await context.Slots.AsNoTracking().Where(s => mine.Contains(s.RallyId)).Include(s => s.Speaker).ToListAsync(cancellation)
        ).ToLookup(s => s.RallyId);
        var cues = (
            await context.Cues.AsNoTracking().Where(c => c.TakenBackAt == null && mine.Contains(c.RallyId)).ToListAsync(cancellation)
        ).ToLookup(c => c.RallyId);
        return [.. found.Select(r => Staged(r, days[r.DayId], slots[r.Id], cues[r.Id]))];
    }

    private static bool IsNear(LocalDateTime? ownStart, Duration? ownLength, string zoneId, DayOfAction day, Instant now)
    {
        var start = WallClock.InstantOf(ownStart ?? day.StartsAt, DateTimeZoneProviders.Tzdb[zoneId]);
        return now >= start - Cue.Before - ahead && now < start + (ownLength ?? day.Lasts) + Cue.After;
    }

    private static StagedRally Staged(Rally rally, DayOfAction day, IEnumerable<Slot> slots, IEnumerable<Cue> cues)
    {
        var hours = rally.Hours(day);
        var latest = cues.OrderBy(c => c.At).ThenBy(c => c.Id).LastOrDefault();
        var isOn = rally.Status is RallyStatus.Confirmed or RallyStatus.Tentative && day.Status != DayStatus.Cancelled;
        return new(rally.Id, day.Slug, rally.Slug, hours, isOn, new Proceedings(new RunningOrder(slots), hours, latest));
    }
}
