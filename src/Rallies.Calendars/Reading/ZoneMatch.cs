using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Finds the zone of the tz database that agrees with a file's own rules wherever it matters: at every time of an event.</summary>
internal static class ZoneMatch
{
    /// <summary>
    /// The best known of the zones that agree; those that the file or its reader think of first. Zones that agree all through the year
    /// come before those that agree at the events alone: Lagos has Berlin's clock in winter. Nothing where none agrees.
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
        DateTimeZone? agreeing = null;
        foreach (var zone in likely.OfType<DateTimeZone>().Concat(options.Zones.Usual))
        {
            if (!times.All(time => Agrees(zone, time, rules.OffsetAt(time))))
                continue;
            if (MonthsOf(times.Max().Year).All(time => Agrees(zone, time, rules.OffsetAt(time))))
                return zone;
            agreeing ??= zone;
        }
        return agreeing;
    }

    private static IEnumerable<LocalDateTime> MonthsOf(int year) =>
        Enumerable.Range(1, 12).Select(month => new LocalDateTime(year, month, 1, 12, 0));

    // A time that the zone's clock never shows has no offset to compare; it is refused later.
    private static bool Agrees(DateTimeZone zone, LocalDateTime time, Offset offset)
    {
        var mapping = zone.MapLocal(time);
        return mapping.Count == 0 || mapping.EarlyInterval.WallOffset == offset || mapping.LateInterval.WallOffset == offset;
    }
}
