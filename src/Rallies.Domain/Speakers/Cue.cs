using NodaTime;

namespace Rallies.Domain.Speakers;

/// <summary>
/// What the chair says of the running order: who is on since when, and by how much the rest comes later than planned. The latest
/// that was not taken back holds; without any, the clock and the plan decide.
/// </summary>
public sealed class Cue
{
    /// <summary>Nobody steers a rally earlier before its start, nor longer after its end.</summary>
    public static readonly Duration Before = Duration.FromHours(2);
    public static readonly Duration After = Duration.FromHours(4);

    /// <param name="slotId">Who is on; null when nobody has begun, or all is over.</param>
    /// <param name="shift">Whole minutes by which the rest comes later than planned; negative when earlier.</param>
    public Cue(Guid id, int rallyId, Guid? slotId, Instant onSince, Duration shift, bool isOver, Instant now)
    {
        if (shift != WholeMinutes(shift))
            throw new ArgumentException("A shift is whole minutes.", nameof(shift));
        (Id, RallyId, SlotId, OnSince, Shift, IsOver, At) = (id, rallyId, slotId, onSince, shift, isOver, now);
    }

    private Cue() { }

    /// <summary>Made with the button, so that a tap sent twice counts once.</summary>
    public Guid Id { get; private set; }
    public int RallyId { get; private set; }
    public Guid? SlotId { get; private set; }
    public Instant OnSince { get; private set; }
    public Duration Shift { get; private set; }

    /// <summary>The last has spoken, whatever the plan says.</summary>
    public bool IsOver { get; private set; }
    public Instant At { get; private set; }
    public Instant? TakenBackAt { get; private set; }

    /// <summary>When a rally can be steered; a cue given at another hour is of no account, as after a rally was moved.</summary>
    public static bool IsTime(Interval rally, Instant now) => now >= rally.Start - Before && now < rally.End + After;

    public bool TakeBack(Instant now)
    {
        if (TakenBackAt is not null)
            return false;
        TakenBackAt = now;
        return true;
    }

    internal static Duration WholeMinutes(Duration duration) => Duration.FromMinutes(Math.Round(duration.TotalMinutes));
}
