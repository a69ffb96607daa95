using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Publishing;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>Remembers what calendars were told of each event: another hour raises its SEQUENCE, another word its LAST-MODIFIED.</summary>
public sealed class TellCalendars(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <returns>Every entry told of, known to this call or new; events that were never shown have none.</returns>
    public async Task<IReadOnlyDictionary<Guid, CalendarEntry>> TellAsync(
        IReadOnlyCollection<Telling> tellings,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var ids = tellings.Select(t => t.Id).ToList();
        var entries = await context.CalendarEntries.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        var now = clock.GetCurrentInstant();
        foreach (var telling in tellings)
            if (telling.IsShown)
                Tell(context, entries, telling, now);
            else if (entries.TryGetValue(telling.Id, out var entry))
                entry.Leave(now);
        await context.SaveChangesAsync(cancellation);
        return entries;
    }

    /// <summary>These are no more.</summary>
    /// <returns>Their entries.</returns>
    public async Task<IReadOnlyDictionary<Guid, CalendarEntry>> LeaveAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var entries = await context.CalendarEntries.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        foreach (var entry in entries.Values)
            entry.Leave(clock.GetCurrentInstant());
        await context.SaveChangesAsync(cancellation);
        return entries;
    }

    /// <summary>All others are no more.</summary>
    /// <returns>When the last of them left; null if there is none.</returns>
    public async Task<Instant?> RetainAsync(IReadOnlySet<Guid> ids, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var others = (await context.CalendarEntries.ToListAsync(cancellation)).Where(e => !ids.Contains(e.Id)).ToList();
        foreach (var entry in others)
            entry.Leave(clock.GetCurrentInstant());
        await context.SaveChangesAsync(cancellation);
        return others.Max(e => e.LeftAt);
    }

    private static void Tell(RalliesContext context, Dictionary<Guid, CalendarEntry> entries, Telling telling, Instant now)
    {
        if (!entries.TryGetValue(telling.Id, out var entry))
        {
            entry = entries[telling.Id] = new CalendarEntry(telling.Id, telling.Occasion, telling.CreatedAt, now);
            context.CalendarEntries.Add(entry);
        }
        entry.Schedule(telling.Occasion, now);
        entry.Say(telling.Words(entry, now), now);
    }
}
