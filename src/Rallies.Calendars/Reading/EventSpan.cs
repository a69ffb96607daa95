using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>When an event begins, by which clock, and how long it takes.</summary>
/// <param name="Clock">None for whole days.</param>
internal sealed record EventSpan(LocalDateTime Start, EventClock? Clock, Length Length, Property StartProperty)
{
    /// <summary>Whether no zone was named and the clock is a proposal.</summary>
    public bool IsFloating { get; init; }

    /// <summary>Whether the end was not given and is a proposal.</summary>
    public bool HasNoEnd { get; init; }

    /// <summary>The zone named beside a time in UTC, where it says another time than the Z.</summary>
    public EventClock? Contradiction { get; init; }

    /// <summary>The wall time of the end of an occasion that begins at a wall time.</summary>
    public LocalDateTime EndOf(LocalDateTime start)
    {
        var end = start + Length.Wall;
        return Clock is null || Length.Exact == Duration.Zero ? end : Clock.LocalAt(Clock.InstantAt(end) + Length.Exact);
    }
}
