using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>The wall clock that a time goes by: a known zone's, or one that only the file's own rules tell.</summary>
/// <param name="Name">The TZID as the file has it.</param>
/// <param name="Zone">The zone; nothing as long as only <paramref name="Rules"/> are known.</param>
/// <param name="Rules">The file's own VTIMEZONE of that name, if any.</param>
internal sealed record EventClock(string Name, DateTimeZone? Zone, ZoneRules? Rules)
{
    public static readonly EventClock Utc = new("UTC", DateTimeZone.Utc, Rules: null);

    public LocalDateTime LocalAt(Instant instant) => Zone is null ? Rules!.LocalAt(instant) : instant.InZone(Zone).LocalDateTime;

    public Instant InstantAt(LocalDateTime local) => Zone is null ? Rules!.InstantAt(local) : Zone.AtLeniently(local).ToInstant();

    /// <summary>Whether both are the same wall clock.</summary>
    public bool Shows(EventClock other) => Zone is null ? ReferenceEquals(Rules, other.Rules) : Zone.Id == other.Zone?.Id;
}
