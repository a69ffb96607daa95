using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Reads when an event begins and ends (RFC 5545 §3.6.1, §3.8.2): DTSTART, with DTEND, DURATION or neither.</summary>
internal sealed class SpanReader(CalendarZones zones, MomentReader moments, ReadingOptions options, ComplaintList complaints)
{
    /// <summary>Nothing where the event has to be refused.</summary>
    public EventSpan? Read(Component component)
    {
        if (component.Find("DTSTART") is not { } property)
            return Refuse(Fault.NoStart, component.Line, "BEGIN:VEVENT");
        if (moments.Read(property) is not { } start)
            return null;
        var floats = start is { IsDate: false, Clock: null };
        var clock = floats ? new EventClock("", options.AskedZone ?? zones.Offered, Rules: null) : start.Clock;
        var span = new EventSpan(start.Local, clock, default, property)
        {
            IsFloating = floats && options.AskedZone is null,
            Contradiction = Contradiction(start),
        };
        return ReadLength(component, span);
    }

    private EventSpan? ReadLength(Component component, EventSpan span)
    {
        var (end, duration) = (component.Find("DTEND"), component.Find("DURATION"));
        var byEnd = end is null ? null : LengthTo(end, span);
        var byDuration = duration is null ? null : LengthOf(duration, span);
        if ((end is not null && byEnd is null) || (duration is not null && byDuration is null))
            return null;
        if (byEnd is { } one && byDuration is { } other && one.ToDuration() != other.ToDuration())
            return Refuse(Fault.EndAndDuration, duration!.Line, $"DURATION:{duration.Value}", end!.Value);
        if ((byEnd ?? byDuration) is { } length)
            return span with { Length = length };
        // RFC 5545 §3.6.1: a date alone is the whole day.
        return span.Clock is null
            ? span with
            {
                Length = new(Period.FromDays(1), Duration.Zero),
            }
            : span with
            {
                Length = new(Period.Zero, options.ProposedLength),
                HasNoEnd = true,
            };
    }

    private Length? LengthTo(Property property, EventSpan span)
    {
        if (moments.Read(property) is not { } end)
            return null;
        if (end.IsDate != span.Clock is null)
            return RefuseLength(Fault.MixedDateAndTime, property, span);
        var isSameClock = span.Clock is null || end.Clock is null || end.Clock.Shows(span.Clock);
        var length = isSameClock
            ? new Length(Wall(span.Start, end.Local), Duration.Zero)
            : new Length(Period.Zero, end.Clock!.InstantAt(end.Local) - span.Clock!.InstantAt(span.Start));
        return length.IsPositive ? length : RefuseLength(Fault.EndNotAfterStart, property, span);
    }

    // Days and time apart: "22:00 to 06:00" ends at six whatever the clocks do meanwhile.
    private static Period Wall(LocalDateTime from, LocalDateTime to) =>
        Period.Between(from, to, PeriodUnits.Days | PeriodUnits.AllTimeUnits);

    private Length? LengthOf(Property property, EventSpan span)
    {
        if (
            Length.Read(property.Value) is not { } length
            || !length.IsPositive
            || length.ToDuration() > Duration.FromDays(options.Limits.LongestDays)
        )
        {
            complaints.Add(Fault.BadDuration, property.Line, $"DURATION:{property.Value}", options.Limits.LongestDays);
            return null;
        }
        if (span.Clock is not null)
            return length;
        return length.InDays() ?? RefuseLength(Fault.MixedDateAndTime, property, span);
    }

    // RFC 5545 §3.2.19 forbids a TZID beside a Z. Some exporters mean the zone's time when they write it.
    private EventClock? Contradiction(EventMoment start)
    {
        if (start.Value.Form != TimeForm.Utc || start.Property["TZID"] is not { } id || zones.Find(id) is not { Zone: not null } named)
            return null;
        return named.LocalAt(EventClock.Utc.InstantAt(start.Local)) == start.Local ? null : named;
    }

    private Length? RefuseLength(Fault fault, Property property, EventSpan span)
    {
        complaints.Add(fault, property.Line, $"{property.Name}:{property.Value}", span.StartProperty.Value);
        return null;
    }

    private EventSpan? Refuse(Fault fault, int line, string text, params object[] details)
    {
        complaints.Add(fault, line, text, details);
        return null;
    }
}
