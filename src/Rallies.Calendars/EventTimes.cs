using NodaTime;

namespace Rallies.Calendars;

/// <summary>
/// When an event begins and ends: on a zone's wall clock, in UTC, or on whole days. A floating time, which would mean another instant
/// for every reader, cannot be said. Times are cut to whole seconds.
/// </summary>
public sealed record EventTimes
{
    private EventTimes(Instant start, Instant end)
    {
        if (end <= start)
            throw new ArgumentException($"The event ends at {end}, which is not after its start at {start}.");
        var (first, last) = (start.InUtc().Year, end.InUtc().Year);
        if (first < 1 || last > 9998)
            throw new ArgumentException($"iCalendar has four digits for a year: {first} to {last} cannot be written.");
        (Start, End) = (start, end);
    }

    /// <summary>The first instant. Whole days, which have no instant of their own, count from midnight UTC.</summary>
    public Instant Start { get; }

    /// <summary>The first instant after the event.</summary>
    public Instant End { get; }

    /// <summary>Whether the event takes whole days, without a time or a zone.</summary>
    public bool IsAllDay { get; private init; }

    /// <summary>The zone whose wall clock the event goes by; none for UTC and for whole days.</summary>
    public DateTimeZone? Zone { get; private init; }

    /// <summary>Whether the wall clock shows the start or the end twice (RFC 5545 §3.3.5 would take the first for both).</summary>
    public bool IsAmbiguous { get; private init; }

    /// <summary>By the wall clock of a zone. A time that the clock shows twice is taken to be the first of the two.</summary>
    /// <exception cref="ArgumentException">The end is not after the start, or the clock never shows one of them.</exception>
    public static EventTimes Zoned(LocalDateTime start, LocalDateTime end, DateTimeZone zone) =>
        Zoned(First(start, zone), First(end, zone));

    /// <summary>By the wall clock of a zone, which must be the same for both.</summary>
    /// <exception cref="ArgumentException">The end is not after the start, or in another zone.</exception>
    public static EventTimes Zoned(ZonedDateTime start, ZonedDateTime end)
    {
        if (start.Zone.Id != end.Zone.Id)
            throw new ArgumentException(
                $"The event starts in {start.Zone.Id} and ends in {end.Zone.Id}: give both in one zone, or in UTC."
            );
        return new(WholeSeconds(start.ToInstant()), WholeSeconds(end.ToInstant()))
        {
            Zone = start.Zone,
            IsAmbiguous = IsShownTwice(start) || IsShownTwice(end),
        };
    }

    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public static EventTimes Utc(Instant start, Instant end) => new(WholeSeconds(start), WholeSeconds(end));

    /// <summary>Whole days, the last included: one day has the same date twice.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static EventTimes AllDay(LocalDate first, LocalDate last) =>
        new(Midnight(first), Midnight(last.PlusDays(1))) { IsAllDay = true };

    private static ZonedDateTime First(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count > 0
            ? mapping.First()
            : throw new ArgumentException(
                $"There is no {local:HH:mm} on {local:d MMMM uuuu} in {zone.Id}: the clocks go forward over it. Choose a time that exists."
            );
    }

    private static bool IsShownTwice(ZonedDateTime time) => time.Zone.MapLocal(time.LocalDateTime).Count > 1;

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();

    private static Instant WholeSeconds(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());
}
