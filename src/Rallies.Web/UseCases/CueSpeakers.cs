using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>The chair says who is on, and that the rest comes later; everybody who watches the rally is told.</summary>
public sealed class CueSpeakers(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    public Task<Cued> PutOnAsync(HeldGrants held, int rallyId, Guid id, Guid slotId, CancellationToken cancellation) =>
        SayAsync(held, rallyId, id, (order, now) => order.PutOn(id, rallyId, slotId, now), cancellation);

    /// <param name="byMinutes">By how much the rest comes later than it would have; null: as planned again.</param>
    public Task<Cued> ShiftAsync(HeldGrants held, int rallyId, Guid id, int? byMinutes, CancellationToken cancellation) =>
        SayAsync(held, rallyId, id, (order, now) => order.Shift(id, rallyId, byMinutes, now), cancellation);

    /// <summary>The last has spoken.</summary>
    public Task<Cued> EndAsync(HeldGrants held, int rallyId, Guid id, CancellationToken cancellation) =>
        SayAsync(held, rallyId, id, (_, now) => new Cue(id, rallyId, null, now, Duration.Zero, isOver: true, now), cancellation);

    /// <summary>The latest cue is taken back, if it is this one; the one before it holds again, or the clock.</summary>
    public async Task<Cued> TakeBackAsync(HeldGrants held, int rallyId, Guid id, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.CueSpeakers, rallyId, cancellation) is null)
            return Cued.NotAllowed;
        if (await context.Cues.Latest(rallyId).FirstOrDefaultAsync(cancellation) is not { } latest || latest.Id != id)
            return Cued.AlreadySo;
        var dayId = await context.Rallies.Where(r => r.Id == rallyId).Select(r => r.DayId).SingleAsync(cancellation);
        latest.TakeBack(clock.GetCurrentInstant());
        await context.SaveChangesAsync(cancellation);
        await happenings.TellAsync(new Happening.SpeakersCued(dayId, rallyId));
        return Cued.Made;
    }

    private async Task<Cued> SayAsync(
        HeldGrants held,
        int rallyId,
        Guid id,
        Func<Proceedings, Instant, Cue?> say,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.CueSpeakers, rallyId, cancellation) is null)
            return Cued.NotAllowed;
        if (await context.Rallies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rallyId, cancellation) is not { } rally)
            return Cued.NotFound;
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == rally.DayId, cancellation);
        var (hours, now) = (rally.Hours(day), clock.GetCurrentInstant());
        var isOn = rally.Status is RallyStatus.Confirmed or RallyStatus.Tentative && day.Status != DayStatus.Cancelled;
        if (!isOn || !Cue.IsTime(hours, now))
            return Cued.NotNow;
        if (await context.Cues.AnyAsync(c => c.Id == id, cancellation))
            return Cued.AlreadySo;
        var latest = await context.Cues.Latest(rallyId).AsNoTracking().FirstOrDefaultAsync(cancellation);
        var slots = await context.Slots.AsNoTracking().Where(s => s.RallyId == rallyId).Include(s => s.Speaker).ToListAsync(cancellation);
        if (say(new Proceedings(new RunningOrder(slots), hours, latest), now) is not { } cue)
            return Cued.NotFound;
        if (IsSaidAlready(cue, latest))
            return Cued.AlreadySo;
        context.Cues.Add(cue);
        await context.SaveChangesAsync(cancellation);
        await happenings.TellAsync(new Happening.SpeakersCued(rally.DayId, rallyId));
        return Cued.Made;
    }

    // Two hands at the lectern: whoever is on already does not begin again, and nothing ends twice.
    private static bool IsSaidAlready(Cue cue, Cue? latest) =>
        latest is not null
        && (cue.SlotId, cue.IsOver) == (latest.SlotId, latest.IsOver)
        && (cue.IsOver || cue.OnSince == cue.At && cue.SlotId is not null);
}
