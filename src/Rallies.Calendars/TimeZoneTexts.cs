using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace Rallies.Calendars;

/// <summary>The VTIMEZONEs of one tz database, each made once. Safe for several threads.</summary>
/// <remarks>Made anew when a newer database is loaded; events are rendered again then.</remarks>
public sealed class TimeZoneTexts
{
    private readonly IDictionary<string, string> canonical;
    private readonly HashSet<string> placeNames;
    private readonly ConcurrentDictionary<DateTimeZone, TimeZoneText?> texts = new();

    public TimeZoneTexts(TzdbDateTimeZoneSource source)
    {
        canonical = source.CanonicalIdMap;
        placeNames = [.. source.ZoneLocations?.Select(location => location.ZoneId) ?? []];
    }

    /// <summary>By the tz database inside NodaTime.</summary>
    public static TimeZoneTexts Default { get; } = new(TzdbDateTimeZoneSource.Default);

    /// <summary>
    /// The name under which a zone is published: "Europe/London" for "GB". A name that the database lists for a country today stays
    /// as it is, although its clock is another's: nobody in Oslo looks for "Europe/Berlin".
    /// </summary>
    /// <exception cref="ArgumentException">No IANA name.</exception>
    public string CanonicalId(string id)
    {
        if (placeNames.Contains(id))
            return id;
        return canonical.TryGetValue(id, out var name) ? name : throw new ArgumentException($"'{id}' is not the IANA name of a time zone.");
    }

    /// <summary>Nothing for UTC, for zones that are not in the tz database, and where no two yearly rules say what the clock does.</summary>
    public TimeZoneText? For(DateTimeZone zone) => canonical.ContainsKey(zone.Id) ? texts.GetOrAdd(zone, Make) : null;

    private TimeZoneText? Make(DateTimeZone zone)
    {
        var id = CanonicalId(zone.Id);
        if (id == TimeZoneText.Utc.Id)
            return null;
        return SettledRules.Of(zone) is { } rules ? new TimeZoneText(id, rules) : null;
    }
}
