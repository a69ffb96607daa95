using NodaTime;

namespace Rallies.Domain.Speakers;

/// <summary>
/// A rally's running order as it really goes: by the clock and the plan, until the chair says otherwise. Whoever the chair has put
/// on stays on until the chair goes on, a quarter of an hour past their minutes at most; then the clock takes over again.
/// </summary>
public sealed class Proceedings
{
    public static readonly Duration WaitsForTheChair = Duration.FromMinutes(15);

    private const int MostMinutes = 600;
    private readonly List<(Instant Begins, Slot Slot)> plan = [];
    private readonly Cue? cue;

    /// <param name="cue">The chair's latest that was not taken back; null when the chair has said nothing.</param>
    public Proceedings(RunningOrder order, Interval rally, Cue? cue)
    {
        var begins = rally.Start;
        foreach (var slot in order.Slots)
        {
            plan.Add((begins, slot));
            begins += slot.Lasts;
        }
        this.cue = cue is not null && Cue.IsTime(rally, cue.At) ? cue : null;
    }

    /// <summary>Each slot with the moment at which it was planned to begin.</summary>
    public IReadOnlyList<(Instant Begins, Slot Slot)> Plan => plan;

    public Standing At(Instant now)
    {
        if (plan.Count == 0 || cue is { IsOver: true })
            return Standing.Nothing;
        var shift = cue?.Shift ?? Duration.Zero;
        if (plan.FindIndex(p => p.Slot.Id == cue?.SlotId) is not (>= 0 and var held))
            return ByTheClock(0, shift, now);
        var ends = End(held) + shift;
        return now < ends + WaitsForTheChair ? Held(held, ends, now) : ByTheClock(held + 1, shift + WaitsForTheChair, now);
    }

    /// <summary>What the chair says by putting a slot on.</summary>
    /// <returns>Null when it is not in the order.</returns>
    public Cue? PutOn(Guid id, int rallyId, Guid slotId, Instant now)
    {
        var at = plan.FindIndex(p => p.Slot.Id == slotId);
        return at < 0 ? null : new Cue(id, rallyId, slotId, now, Cue.WholeMinutes(now - plan[at].Begins), isOver: false, now);
    }

    /// <summary>What the chair says by moving the rest, in whole minutes; whoever is on stays on.</summary>
    /// <param name="byMinutes">Null: everything is as planned again.</param>
    public Cue Shift(Guid id, int rallyId, int? byMinutes, Instant now)
    {
        var stands = At(now);
        var shift = byMinutes is { } minutes ? Math.Clamp(stands.LateMinutes + minutes, -MostMinutes, MostMinutes) : 0;
        return new Cue(id, rallyId, stands.Now?.Id, stands.Since ?? now, Duration.FromMinutes(shift), isOver: false, now);
    }

    private Standing Held(int held, Instant ends, Instant now)
    {
        var over = Duration.Max(Duration.Zero, now - ends);
        var late = (ends - End(held)).TotalMinutes + Math.Floor(over.TotalMinutes);
        var changes = ends + Duration.FromMinutes(Math.Floor(over.TotalMinutes) + 1);
        return new(On(held), cue!.OnSince, ends, NextFrom(held + 1), (int)late, changes);
    }

    private Standing ByTheClock(int from, Duration shift, Instant now)
    {
        var at = plan.FindIndex(from, p => now < p.Begins + p.Slot.Lasts + shift);
        if (at < 0)
            return Standing.Nothing;
        var (begins, ends) = (plan[at].Begins + shift, End(at) + shift);
        var late = (int)shift.TotalMinutes;
        return now < begins ? new(null, null, null, NextFrom(at), late, begins)
            : On(at) is { } slot ? new(slot, begins, ends, NextFrom(at + 1), late, ends)
            : new(null, null, null, NextFrom(at + 1), late, ends);
    }

    private Instant End(int at) => plan[at].Begins + plan[at].Slot.Lasts;

    private Slot? On(int at) => plan[at].Slot is { Billed: not null } slot ? slot : null;

    private Slot? NextFrom(int at) => plan.Skip(at).Select(p => p.Slot).FirstOrDefault(s => s.Billed is not null);
}
