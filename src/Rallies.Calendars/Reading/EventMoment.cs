using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>A time of an event, and the clock it goes by.</summary>
/// <param name="Property">Where it stands in the file.</param>
/// <param name="Clock">None for dates, and for floating times as long as no zone was proposed.</param>
internal sealed record EventMoment(TimeValue Value, EventClock? Clock, Property Property)
{
    public LocalDateTime Local => Value.Local;

    public bool IsDate => Value.Form == TimeForm.Date;

    /// <summary>The wall time on another clock. Dates and floating times stay as they are.</summary>
    public LocalDateTime On(EventClock? other) =>
        other is null || Clock is null || Clock.Shows(other) ? Local : other.LocalAt(Clock.InstantAt(Local));
}
