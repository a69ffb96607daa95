using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain.Publishing;

namespace Rallies.Web.Feeds;

/// <summary>The latest change in a sentence: "Changed 2 May 14:10: starts 12:00, was 11:00." Many programs show no other sign of it.</summary>
public sealed class ChangeLine(IStringLocalizer<ChangeLine> words)
{
    /// <summary>Null while the event is as it was first told.</summary>
    public string? Of(CalendarEntry entry)
    {
        if (entry is not { Before: { } before, AlteredAt: { } at, Told: { } told })
            return null;
        var changes = Changes(before, told).ToList();
        return words["changed", Moment(at.InZone(ZoneOf(told)).LocalDateTime, "d MMM HH:mm"), string.Join("; ", changes)];
    }

    private IEnumerable<string> Changes(Occasion before, Occasion told)
    {
        if (before.Status != told.Status)
            if (told.IsOff)
                yield return words[
                    told.Status switch
                    {
                        OccasionStatus.Cancelled => "called-off",
                        OccasionStatus.Merged => "merged",
                        _ => "postponed",
                    }
                ];
            else if (before.IsOff)
                yield return words[before.Status == OccasionStatus.Merged ? "parted" : "on-again"];
        if (before.Start != told.Start)
            yield return Changed("starts", told.Start, before.Start, before, told);
        else if (before.End != told.End)
            yield return Changed("ends", told.End, before.End, before, told);
        if (before.Place != told.Place)
            yield return told.Place.Length == 0 ? words["place-open", before.Place]
            : before.Place.Length == 0 ? words["place-fixed", told.Place]
            : words["place", told.Place, before.Place];
        else if (!before.IsOff && !told.IsOff && before.Status != told.Status)
            yield return words[told.Status == OccasionStatus.Tentative ? "unsure" : "sure"];
    }

    private string Changed(string what, Instant now, Instant then, Occasion before, Occasion told)
    {
        var (zone, old) = (now.InZone(ZoneOf(told)).LocalDateTime, then.InZone(ZoneOf(before)).LocalDateTime);
        if (told.ZoneId.Length == 0)
            return words[what, Moment(zone, "ddd d MMM"), Moment(old, "ddd d MMM")];
        var pattern = zone.Date == old.Date ? "HH:mm" : "ddd d MMM HH:mm";
        return words[what, Moment(zone, pattern), Moment(old, pattern)];
    }

    private static DateTimeZone ZoneOf(Occasion occasion) =>
        occasion.ZoneId.Length == 0 ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[occasion.ZoneId];

    private static string Moment(LocalDateTime local, string pattern)
    {
        var language = CultureInfo.CurrentUICulture;
        return local.ToDateTimeUnspecified().ToString(pattern, language);
    }
}
