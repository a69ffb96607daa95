using NodaTime;

namespace Rallies.Domain.Speakers;

/// <summary>Who speaks when: slots one after the other from the rally's start.</summary>
public sealed class RunningOrder(IEnumerable<Slot> slots)
{
    public const int MostSlots = 60;
    private readonly List<Slot> slots = [.. slots.OrderBy(s => s.Position)];

    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>All slots together.</summary>
    public Duration Lasts => slots.Aggregate(Duration.Zero, (sum, slot) => sum + slot.Lasts);

    /// <summary>How much longer than the rally it is; zero when it fits.</summary>
    public Duration Over(Duration rally) => Duration.Max(Duration.Zero, Lasts - rally);

    /// <summary>Each slot with the wall-clock time at which it begins.</summary>
    public IEnumerable<(LocalTime Begins, Slot Slot)> From(LocalTime start)
    {
        foreach (var slot in slots)
        {
            yield return (start, slot);
            start = start.PlusMinutes(slot.Minutes);
        }
    }

    /// <summary>Puts a slot where another stands, from 0; past the end is the end. False when it stands there already or is unknown.</summary>
    public bool Move(Guid slotId, int position)
    {
        var from = slots.FindIndex(s => s.Id == slotId);
        var to = Math.Clamp(position, 0, Math.Max(0, slots.Count - 1));
        if (from < 0 || from == to)
            return false;
        var moved = slots[from];
        slots.RemoveAt(from);
        slots.Insert(to, moved);
        Renumber();
        return true;
    }

    /// <summary>The slot taken out, or null when it is unknown.</summary>
    public Slot? Remove(Guid slotId)
    {
        var slot = slots.Find(s => s.Id == slotId);
        if (slot is null)
            return null;
        slots.Remove(slot);
        Renumber();
        return slot;
    }

    private void Renumber()
    {
        for (var i = 0; i < slots.Count; i++)
            slots[i].StandAt(i);
    }
}
