using System.Collections.Immutable;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Merging;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.UseCases;

namespace Rallies.Web.Feeds;

/// <summary>Reads what calendars can carry: everything, or what one happening has touched.</summary>
public sealed class OccurrenceReading(
    IDbContextFactory<RalliesContext> database,
    RallyEvents rallies,
    PicketEvents pickets,
    SpeechEvents speeches
)
{
    /// <summary>Longer than any feed carries what is over.</summary>
    private static readonly Period shiftsBack = Period.FromDays(33);

    /// <param name="happening">Null for everything.</param>
    public async Task<FoundOccurrences> ReadAsync(Happening? happening, Instant now, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var days = await context.Days.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
        var disputes = await context.Disputes.AsNoTracking().Where(d => d.AcceptedAt != null).ToDictionaryAsync(d => d.Id, cancellation);
        var merges = await context.MergesAsync(cancellation);
        var found = happening switch
        {
            Happening.RallyChanged(_, var id) => await RalliesAsync(context, days, merges, WithParts(merges, id), cancellation),
            Happening.DayChanged(var id) =>
            [
                rallies.Day(days[id]),
                .. await RalliesAsync(context, days, merges, r => r.DayId == id, cancellation),
            ],
            Happening.DisputeChanged(var id) => await ShiftsAsync(context, disputes, l => l.DisputeId == id, now, cancellation),
            Happening.ShiftsKept => await ShiftsAsync(context, disputes, l => true, now, cancellation),
            null =>
            [
                .. days.Values.Select(rallies.Day),
                .. await RalliesAsync(context, days, merges, r => true, cancellation),
                .. await ShiftsAsync(context, disputes, l => true, now, cancellation),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(happening), happening, "It changes nothing that calendars say."),
        };
        return new FoundOccurrences(
            await LookedAsync(context, happening, days, disputes, cancellation),
            found,
            await NamesAsync(context, days, disputes, cancellation),
            await context.MergedFeedsAsync(days, merges, cancellation)
        );
    }

    /// <summary>These rallies and nothing else.</summary>
    public async Task<IReadOnlyList<Occurrence>> RalliesAsync(IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var wanted = await context.Rallies.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation);
        var days = await context.Days.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
        var survivors = await context.SurvivorsAsync(wanted, await context.MergesAsync(cancellation), cancellation);
        return [.. wanted.Select(r => rallies.Rally(r, days[r.DayId], survivors.GetValueOrDefault(r.Id)))];
    }

    // What a rally is called stands in the events of those that have become part of it.
    private static Expression<Func<Rally, bool>> WithParts(Merges merges, int id)
    {
        var parts = merges.PartsOf(id);
        return r => parts.Contains(r.Id);
    }

    private static async Task<Func<Belonging, bool>> LookedAsync(
        RalliesContext context,
        Happening? happening,
        Dictionary<int, DayOfAction> days,
        Dictionary<int, Dispute> disputes,
        CancellationToken cancellation
    )
    {
        switch (happening)
        {
            case Happening.RallyChanged(var dayId, var id):
                var (day, rally) = (
                    days[dayId].Slug,
                    await context.Rallies.Where(r => r.Id == id).Select(r => r.Slug).SingleAsync(cancellation)
                );
                return b => b.Day == day && b.Rally == rally;
            case Happening.DayChanged(var id):
                return b => b.Day == days[id].Slug;
            case Happening.DisputeChanged(var id):
                return b => disputes.TryGetValue(id, out var dispute) && b.Dispute == dispute.Slug;
            case Happening.ShiftsKept:
                return b => b.Dispute is not null;
            default:
                return b => true;
        }
    }

    private async Task<IReadOnlyList<Occurrence>> RalliesAsync(
        RalliesContext context,
        Dictionary<int, DayOfAction> days,
        Merges merges,
        Expression<Func<Rally, bool>> which,
        CancellationToken cancellation
    )
    {
        var wanted = context.Rallies.AsNoTracking().Where(which);
        var orders = (
            await context
                .Slots.AsNoTracking()
                .Include(s => s.Speaker)
                .Where(s => wanted.Any(r => r.Id == s.RallyId))
                .OrderBy(s => s.Position)
                .ToListAsync(cancellation)
        ).ToLookup(s => s.RallyId);
        var found = await wanted.ToListAsync(cancellation);
        var survivors = await context.SurvivorsAsync(found, merges, cancellation);
        return
        [
            .. found.SelectMany(r =>
                Speeches(orders[r.Id], r, days[r.DayId]).Prepend(rallies.Rally(r, days[r.DayId], survivors.GetValueOrDefault(r.Id)))
            ),
        ];
    }

    private IEnumerable<Occurrence> Speeches(IEnumerable<Slot> order, Rally rally, DayOfAction day)
    {
        var after = Duration.Zero;
        foreach (var slot in order)
        {
            if (slot.Speaker is not null)
                yield return speeches.Speech(slot, after, rally, day);
            after += slot.Lasts;
        }
    }

    private async Task<IReadOnlyList<Occurrence>> ShiftsAsync(
        RalliesContext context,
        Dictionary<int, Dispute> disputes,
        Expression<Func<PicketLine, bool>> which,
        Instant now,
        CancellationToken cancellation
    )
    {
        // A line taken off the list is filtered out of other questions; its shifts stay here, called off.
        var wanted = context.PicketLines.IgnoreQueryFilters().AsNoTracking().Where(which);
        var lines = (await wanted.ToListAsync(cancellation)).Where(l => disputes.ContainsKey(l.DisputeId)).ToDictionary(l => l.Id);
        var since = now.InUtc().Date - shiftsBack;
        var shifts = await context
            .PicketShifts.AsNoTracking()
            .Where(s => s.Date >= since && wanted.Any(l => l.Id == s.LineId))
            .ToListAsync(cancellation);
        return
        [
            .. from shift in shifts
            where lines.ContainsKey(shift.LineId)
            let line = lines[shift.LineId]
            select pickets.Shift(shift, line, disputes[line.DisputeId], now),
        ];
    }

    private static async Task<ImmutableDictionary<FeedSubject, NamedSubject>> NamesAsync(
        RalliesContext context,
        Dictionary<int, DayOfAction> days,
        Dictionary<int, Dispute> disputes,
        CancellationToken cancellation
    )
    {
        var names = ImmutableDictionary.CreateBuilder<FeedSubject, NamedSubject>();
        foreach (var day in days.Values)
            names.Add(new FeedSubject.Day(day.Slug), new NamedSubject(day.Name, day.ChangedAt));
        foreach (var dispute in disputes.Values)
            names.Add(new FeedSubject.Dispute(dispute.Slug), new NamedSubject($"{dispute.Union}, {dispute.Employer}", dispute.ChangedAt));
        foreach (var speaker in await context.Speakers.AsNoTracking().ToListAsync(cancellation))
            names.Add(new FeedSubject.Speaker(speaker.Slug), new NamedSubject(speaker.Name, NodaConstants.UnixEpoch));
        return names.ToImmutable();
    }
}
