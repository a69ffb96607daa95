using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Speakers;
using Rallies.Storage;

namespace Rallies.Web.Reads;

/// <summary>The little that pages ask of the database while thousands check in and doors count.</summary>
public sealed class EveningReads(IDbContextFactory<RalliesContext> database)
{
    /// <summary>Null when there is none, or when it is hidden.</summary>
    public async Task<NamedRally?> NameAsync(string day, string town, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await (
            from d in context.Days
            join r in context.Rallies.Visible() on d.Id equals r.DayId
            where d.Slug == day && r.Slug == town
            select new NamedRally(r.Id, d.Slug, d.Name, r.Slug, r.Town.Name, r.Town.ZoneId)
        ).SingleOrDefaultAsync(cancellation);
    }

    public async Task<OnStage> OnStageAsync(int rallyId, Instant start, Instant now, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var slots = await context.Slots.AsNoTracking().Where(s => s.RallyId == rallyId).Include(s => s.Speaker).ToListAsync(cancellation);
        string? speaking = null;
        foreach (var slot in new RunningOrder(slots).Slots)
        {
            var end = start + slot.Lasts;
            if (now < start && Name(slot) is { } next)
                return new OnStage(speaking, next);
            if (now >= start && now < end)
                speaking = Name(slot);
            start = end;
        }
        return new OnStage(speaking, null);
    }

    private static string? Name(Slot slot) =>
        slot.Status == SlotStatus.Declined ? null
        : slot.Speaker is { } speaker ? speaker.Name
        : slot.Title.Length > 0 ? slot.Title
        : null;
}
