using NodaTime;
using NodaTime.TimeZones;

namespace Rallies.Web.Towns;

/// <summary>The country a day of action is at home in, told by its zone: its towns are offered first.</summary>
internal static class HomeCountry
{
    /// <summary>ISO 3166 alpha-2 code; null for zones of no country or several.</summary>
    public static string? Of(DateTimeZone zone) =>
        TzdbDateTimeZoneSource.Default.ZoneLocations?.FirstOrDefault(place => place.ZoneId == zone.Id)?.CountryCode;
}
