using NodaTime;
using Rallies.Calendars;
using Rallies.Calendars.Reading;
using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>An event of a calendar in the place where people gather: its town, and its hours by that town's clock.</summary>
internal sealed record SaidEvent(ReadEvent Event, FoundTown Found, Town? Town, string ZoneId, LocalDateTime Start, LocalDateTime End)
{
    public EventKey Key => KeyOf(Event);

    public Duration Lasts => Event.Times.End - Event.Times.Start;

    /// <summary>The later of DTSTAMP and LAST-MODIFIED.</summary>
    public Instant? Stamp =>
        Event is { Stamp: { } stamp, LastModified: { } modified } ? Instant.Max(stamp, modified) : Event.LastModified ?? Event.Stamp;

    public static EventKey KeyOf(ReadEvent said) => new(said.Uid, said.RecurrenceId ?? "");

    /// <param name="town">Where it is; null as long as nobody knows.</param>
    public static SaidEvent Of(ReadEvent said, FoundTown found, Town? town)
    {
        var zone = said.Times.IsAllDay ? DateTimeZone.Utc : town?.Zone ?? said.Times.Zone ?? DateTimeZone.Utc;
        return new(said, found, town, town?.ZoneId ?? zone.Id, LocalAt(said.Times.Start, zone), LocalAt(said.Times.End, zone));
    }

    public bool IsCancelled => Event.Status == EventStatus.Cancelled;

    /// <summary>Over everywhere: a whole day lasts until its last town has had it.</summary>
    public bool IsOverAt(Instant now) => Event.Times.End + (Event.Times.IsAllDay ? Duration.FromHours(12) : Duration.Zero) <= now;

    // Rallies start on a minute.
    private static LocalDateTime LocalAt(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return local.Date + new LocalTime(local.Hour, local.Minute);
    }
}
