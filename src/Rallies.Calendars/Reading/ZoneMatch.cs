using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Finds the zone of the tz database that agrees with a file's own rules wherever it matters: at every time of an event.</summary>
internal static class ZoneMatch
{
    /// <summary>
    /// Of the zones that agree at every time, the one that agrees in most months of the year too: Lagos has Berlin's clock in winter.
    /// Among equals the one that the file or its reader thinks of, then the best known. Nothing where none agrees.
    /// </summary>
    public static DateTimeZone? Find(
        ZoneRules rules,
        IReadOnlyCollection<LocalDateTime> times,
        DateTimeZone offered,
        ReadingOptions options
    )
    {
        var named = rules.Location is { } location ? options.Zones.Find(location) : null;
        DateTimeZone?[] likely = [named, offered, options.DefaultZone];
        return likely
            .OfType<DateTimeZone>()
            .Concat(options.Zones.Usual)
            .Where(zone => times.All(time => Agrees(zone, time, rules.OffsetAt(time))))
            .MaxBy(zone => MonthsOf(times.Max().Year).Count(time => Agrees(zone, time, rules.OffsetAt(time))));
    }

    private static IEnumerable<LocalDateTime> MonthsOf(int year) =>
        Enumerable.Range(1, 12).Select(month => new LocalDateTime(year, month, 1, 12, 0));

    // Asked so that nothing is allocated for each of thousands of times. A time that the zone's clock never shows has no offset to
    // compare; it is refused later.
    private static bool Agrees(DateTimeZone zone, LocalDateTime time, Offset offset) =>
        zone.GetUtcOffset(time.WithOffset(offset).ToInstant()) == offset || zone.MapLocal(time).Count == 0;
}
