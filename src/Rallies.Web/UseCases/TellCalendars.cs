using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Publishing;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>Remembers what calendars were told of each event: another hour raises its SEQUENCE, another word its LAST-MODIFIED.</summary>
public sealed class TellCalendars(IDbContextFactory<RalliesContext> database)
{
    /// <summary>More than this are looked up among all: each would be a parameter, of which an engine takes so many.</summary>
    private const int MostAsked = 500;

    /// <summary>What has left the calendars' window is no longer looked for.</summary>
    private static readonly Duration rememberedFor = Duration.FromDays(31);

    /// <returns>Every entry told of, known to this call or new; events that were never shown, or cannot be written, have none.</returns>
    public async Task<IReadOnlyDictionary<Guid, CalendarEntry>> TellAsync(
        IReadOnlyCollection<Telling> tellings,
        Instant now,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var entries = await EntriesAsync(context, [.. tellings.Select(t => t.Id)], cancellation);
        foreach (var telling in tellings)
            if (!Tell(context, entries, telling, now))
                entries.Remove(telling.Id);
        await context.SaveChangesAsync(cancellation);
        return entries;
    }

    /// <summary>These are no more.</summary>
    /// <returns>Their entries.</returns>
    public async Task<IReadOnlyDictionary<Guid, CalendarEntry>> LeaveAsync(
        IReadOnlyCollection<Guid> ids,
        Instant now,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var entries = await EntriesAsync(context, ids, cancellation);
        foreach (var entry in entries.Values)
            entry.Leave(now);
        await context.SaveChangesAsync(cancellation);
        return entries;
    }

    /// <summary>All others that are not long over are no more.</summary>
    /// <returns>When the last of them left; null if there is none.</returns>
    public async Task<Instant?> RetainAsync(IReadOnlySet<Guid> ids, Instant now, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var recent = now - rememberedFor;
        var others = (await context.CalendarEntries.Where(e => e.Told.End > recent).ToListAsync(cancellation))
            .Where(e => !ids.Contains(e.Id))
            .ToList();
        foreach (var entry in others)
            entry.Leave(now);
        await context.SaveChangesAsync(cancellation);
        return others.Max(e => e.LeftAt);
    }

    private static async Task<Dictionary<Guid, CalendarEntry>> EntriesAsync(
        RalliesContext context,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    )
    {
        var entries = ids.Count > MostAsked ? context.CalendarEntries : context.CalendarEntries.Where(e => ids.Contains(e.Id));
        return await entries.ToDictionaryAsync(e => e.Id, cancellation);
    }

    private static bool Tell(RalliesContext context, Dictionary<Guid, CalendarEntry> entries, Telling telling, Instant now)
    {
        var known = entries.GetValueOrDefault(telling.Id);
        var isSettled = telling.IsSettled && known is not null;
        if (isSettled ? known!.LeftAt is not null : !telling.IsShown)
        {
            known?.Leave(now);
            return known is not null;
        }
        var entry = known ?? new CalendarEntry(telling.Id, telling.Occasion, telling.CreatedAt, now);
        entry.Schedule(isSettled ? telling.Occasion with { Status = entry.Told.Status } : telling.Occasion, now);
        if (telling.Words(entry) is not { } words)
            return false;
        entry.Say(words, now);
        if (known is null)
            context.CalendarEntries.Add(entries[telling.Id] = entry);
        return true;
    }
}
