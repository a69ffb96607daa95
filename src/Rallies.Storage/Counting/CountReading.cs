using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Counting;

namespace Rallies.Storage.Counting;

/// <summary>Reads back what the journal wrote, and what else the board shows.</summary>
public sealed class CountReading(IDbContextFactory<RalliesContext> database)
{
    public async Task<IReadOnlyList<int>> DayIdsAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Days.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellation);
    }

    /// <summary>
    /// The day with those of its rallies that changed after <paramref name="since"/>; -1 for all. Nothing up to the answer's version is
    /// missing from it: versions are taken and committed in one order. Null for an unknown day.
    /// </summary>
    public async Task<CountedDay?> DayAsync(int dayId, long since, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dayId, cancellation) is not { } day)
            return null;
        var rallies = await context.Rallies.AsNoTracking().Where(r => r.DayId == dayId && r.Version > since).ToListAsync(cancellation);
        var ids = rallies.Select(r => r.Id).ToList();
        var pledged = await context
            .Pledges.Where(p => ids.Contains(p.RallyId) && p.WithdrawnAt == null)
            .GroupBy(p => p.RallyId)
            .Select(p => new { RallyId = p.Key, People = p.Sum(pledge => 1 + pledge.Bringing) })
            .ToDictionaryAsync(p => p.RallyId, p => p.People, cancellation);
        var version = rallies.Select(r => r.Version).Append(day.Version).Max();
        return new CountedDay(
            day.Id,
            day.Slug,
            day.Sequence,
            version,
            [.. rallies.OrderBy(r => r.Id).Select(r => new CountedRally(r, day, pledged.GetValueOrDefault(r.Id)))]
        );
    }

    /// <summary>All taps of these rallies, by the rally's id.</summary>
    public async Task<ILookup<int, Tap>> TapsAsync(IReadOnlyCollection<int> rallyIds, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return (await context.Taps.AsNoTracking().Where(t => rallyIds.Contains(t.RallyId)).ToListAsync(cancellation)).ToLookup(t =>
            t.RallyId
        );
    }

    /// <summary>All check-ins of these rallies, by the rally's id.</summary>
    public async Task<ILookup<int, CheckIn>> CheckInsAsync(IReadOnlyCollection<int> rallyIds, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return (await context.CheckIns.AsNoTracking().Where(c => rallyIds.Contains(c.RallyId)).ToListAsync(cancellation)).ToLookup(c =>
            c.RallyId
        );
    }
}
