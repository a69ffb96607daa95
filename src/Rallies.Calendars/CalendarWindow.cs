using NodaTime;

namespace Rallies.Calendars;

/// <summary>Which events a calendar holds at a time, and how large it may grow.</summary>
public sealed record CalendarWindow
{
    /// <summary>Google refuses or cuts calendars of more than about one megabyte.</summary>
    public const int UsualOctets = 900_000;

    private static readonly Duration Near = Duration.FromHours(48);

    /// <summary>The instant for which the calendar is made. It decides what is past and near, and is itself written nowhere.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>How long an event stays after its end.</summary>
    public Duration Past { get; init; } = Duration.FromDays(30);

    /// <summary>The largest size, uncompressed.</summary>
    public int MostOctets { get; init; } = UsualOctets;

    /// <summary>A sentence for the calendar's description when events had to be left out.</summary>
    public string? Notice { get; init; }

    internal bool Includes(RenderedEvent @event) => @event.End + Past > AsOf;

    internal bool IsNear(RenderedEvent @event) => @event.Start > AsOf && @event.Start <= AsOf + Near;

    /// <summary>The nearest of what is to come, to the farthest, then what is over, latest first: who must go goes from the end.</summary>
    internal IEnumerable<RenderedEvent> ByUrgency(IEnumerable<RenderedEvent> events)
    {
        var byStart = events.Order(RenderedEvent.ByStart).ToLookup(e => e.End > AsOf);
        return byStart[true].Concat(byStart[false].Reverse());
    }

    /// <summary>The latest instant at which time alone made another calendar of the same events; null if it never has.</summary>
    public Instant? LastChange(IEnumerable<RenderedEvent> events) =>
        Boundaries(events).Where(moment => moment <= AsOf).Select(moment => (Instant?)moment).Max();

    /// <summary>The next instant after which the same events make another calendar.</summary>
    internal Instant? NextChange(IEnumerable<RenderedEvent> events) =>
        Boundaries(events).Where(moment => moment > AsOf).Select(moment => (Instant?)moment).Min();

    private IEnumerable<Instant> Boundaries(IEnumerable<RenderedEvent> events) =>
        events.SelectMany(e => new[] { e.Start - Near, e.Start, e.End, e.End + Past });
}
