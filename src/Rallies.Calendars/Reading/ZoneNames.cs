using NodaTime;
using NodaTime.TimeZones;

namespace Rallies.Calendars.Reading;

/// <summary>The names under which files call the zones of one tz database. Safe for several threads.</summary>
public sealed class ZoneNames
{
    private const int LongestName = 255;

    private readonly DateTimeZoneCache zones;
    private readonly Dictionary<string, string> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> windows = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeZoneTexts texts;
    private readonly Lazy<DateTimeZone[]> usual;

    public ZoneNames(TzdbDateTimeZoneSource source)
    {
        zones = new DateTimeZoneCache(source);
        texts = new TimeZoneTexts(source);
        foreach (var id in source.GetIds())
            ids[id] = id;
        foreach (var (name, id) in source.WindowsMapping.PrimaryMapping)
            windows[name] = id;
        var wide = source.WindowsMapping.MapZones.ToLookup(map => map.WindowsId);
        var known = source
            .WindowsMapping.PrimaryMapping.OrderByDescending(name => wide[name.Key].Count())
            .Select(name => source.CanonicalIdMap[name.Value]);
        string[] everywhere = [.. known, .. source.CanonicalIdMap.Values.Order(StringComparer.Ordinal)];
        usual = new(() => [.. everywhere.Distinct().Select(id => zones[id])]);
    }

    /// <summary>By the tz database inside NodaTime.</summary>
    public static ZoneNames Default { get; } = new(TzdbDateTimeZoneSource.Default);

    /// <summary>All zones, aliases aside: those first that Windows knows a name for, and of those the ones of most countries.</summary>
    internal IReadOnlyList<DateTimeZone> Usual => usual.Value;

    /// <summary>
    /// The zone meant by a TZID (RFC 5545 §3.2.19): an IANA name in any case, also behind a prefix as in
    /// "/freeassociation.sourceforge.net/Europe/Paris", or a name of Windows, as Unicode's CLDR maps them. Nothing where nobody knows it.
    /// </summary>
    public DateTimeZone? Find(string name)
    {
        name = name.Trim().Trim('"').Trim();
        if (ids.TryGetValue(name, out var id) || TryVendorsName(name, out id) || windows.TryGetValue(name, out id))
            return zones[texts.CanonicalId(id)];
        return null;
    }

    // RFC 5545 §3.8.3.1: a name that begins with a slash is a vendor's. Behind others, as in "posix/Europe/Vaduz", only a name of two
    // parts counts. "America/Argentina/Ushuaia" is found before "Argentina/Ushuaia".
    private bool TryVendorsName(string name, out string id)
    {
        id = "";
        if (name.Length > LongestName)
            return false;
        for (var slash = name.IndexOf('/'); slash >= 0; slash = name.IndexOf('/', slash + 1))
        {
            var rest = name[(slash + 1)..];
            if ((name[0] == '/' || rest.Contains('/')) && ids.TryGetValue(rest, out id!))
                return true;
        }
        return false;
    }
}
