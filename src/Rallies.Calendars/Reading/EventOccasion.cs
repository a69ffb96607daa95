using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>One occasion to be told of: its event, when it begins by the event's clock, and which one of its series it is.</summary>
internal sealed record EventOccasion(EventDraft Draft, LocalDateTime Start, string? RecurrenceId)
{
    public LocalDateTime End => Draft.Span.EndOf(Start);
}
