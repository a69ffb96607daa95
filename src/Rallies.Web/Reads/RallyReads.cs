using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.UseCases;

namespace Rallies.Web.Reads;

/// <summary>What the public may know of one rally.</summary>
public sealed class RallyReads(IDbContextFactory<RalliesContext> database, DayReads days)
{
    private const int NearestShown = 4;

    /// <summary>Null when there is none, or when it is hidden.</summary>
    public async Task<ShownRally?> FindAsync(string day, string town, CancellationToken cancellation)
    {
        if (await days.FindAsync(day, cancellation) is not { } shown || shown.Rallies.FirstOrDefault(r => r.Slug == town) is not { } rally)
            return null;
        await using var context = await database.CreateDbContextAsync(cancellation);
        var more = await context
            .Rallies.Visible()
            .Where(r => r.Slug == town && context.Days.Any(d => d.Id == r.DayId && d.Slug == day))
            .Select(r => new
            {
                r.Id,
                Directions = (string?)r.MeetingPoint!.Directions,
                r.Description,
                r.Organiser,
                r.CalledOffBecause,
                r.Access,
            })
            .SingleOrDefaultAsync(cancellation);
        if (more is null)
            return null; // hidden a moment ago
        var slots = await context.Slots.AsNoTracking().Where(s => s.RallyId == more.Id).Include(s => s.Speaker).ToListAsync(cancellation);
        var cue = await context.Cues.Latest(more.Id).AsNoTracking().FirstOrDefaultAsync(cancellation);
        var proceedings = new Proceedings(new RunningOrder(slots), rally.Hours, cue);
        return new ShownRally
        {
            Day = shown.Day,
            Rally = rally,
            Directions = more.Directions ?? "",
            Description = more.Description,
            Organiser = more.Organiser,
            CalledOffBecause = more.CalledOffBecause,
            Access = more.Access,
            RunningOrder = Shown(proceedings, rally),
            Proceedings = proceedings,
            Pledged = await context.Pledges.PeopleAsync(more.Id, cancellation),
            Nearest = [.. NearRally.InOrder(shown.Rallies.Where(r => r.IsOn && r.Slug != town), rally.Coordinates).Take(NearestShown)],
            Version = shown.Version,
        };
    }

    /// <summary>ISO 3166 code of the country where most rallies are; null before the first. A town's name is likelier meant there.</summary>
    public async Task<string?> HomeCountryAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context
            .Rallies.Visible()
            .GroupBy(r => r.Town.Country)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .FirstOrDefaultAsync(cancellation);
    }

    // A slot keeps its minutes whoever declined it; their name is nobody's business any more.
    private static IReadOnlyList<RunningSlot> Shown(Proceedings proceedings, ListedRally rally) =>
        [
            .. proceedings
                .Plan.Where(p => p.Slot.Billed is not null)
                .Select(p => new RunningSlot(
                    p.Slot.Id,
                    rally.StartsAt.TimeOfDay.Plus(Period.FromMinutes((long)(p.Begins - rally.Hours.Start).TotalMinutes)),
                    p.Begins,
                    p.Slot.Minutes,
                    p.Slot.Title,
                    p.Slot.Status,
                    p.Slot.Speaker?.Name,
                    p.Slot.Speaker?.Role,
                    p.Slot.Speaker?.Organisation
                )),
        ];
}
