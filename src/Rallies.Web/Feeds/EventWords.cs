using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain.Publishing;

namespace Rallies.Web.Feeds;

/// <summary>What every event says in the same way: its state before the title, its latest change first, its page last.</summary>
public sealed class EventWords(ChangeLine changes, IStringLocalizer<EventWords> words)
{
    /// <summary>"CANCELLED: Leeds: 3 June".</summary>
    public string Title(CalendarEntry entry, Instant now, string title) =>
        entry.Told.Status is OccasionStatus.Cancelled or OccasionStatus.Merged ? words["cancelled", title]
        : entry.Told.Status == OccasionStatus.Postponed ? words["postponed", title]
        : entry.IsMovedAt(now) ? words["moved", title]
        : title;

    // The page comes last, as several programs hide URL; the words before it are shortened, never the address.
    public string Description(CalendarEntry entry, Uri page, params IEnumerable<string?> lines)
    {
        var text = string.Join('\n', new[] { changes.Of(entry) }.Concat(lines).Where(line => !string.IsNullOrWhiteSpace(line)));
        return text.Length == 0
            ? page.AbsoluteUri
            : $"{Shortened.To(CalendarEvent.LongestDescription - page.AbsoluteUri.Length - 1, text)}\n{page.AbsoluteUri}";
    }

    // A postponed event without a new date is not on: calendars know no other word for it.
    public static EventStatus Status(Occasion occasion, bool notice) =>
        occasion.IsOff
            ? notice
                ? EventStatus.Confirmed
                : EventStatus.Cancelled
            : occasion.Status == OccasionStatus.Tentative
                ? EventStatus.Tentative
                : EventStatus.Confirmed;

    public static EventTimes Times(Occasion occasion)
    {
        if (occasion.ZoneId.Length == 0)
            return EventTimes.AllDay(occasion.Start.InUtc().Date, occasion.End.InUtc().Date.PlusDays(-1));
        var zone = DateTimeZoneProviders.Tzdb[occasion.ZoneId];
        return EventTimes.Zoned(occasion.Start.InZone(zone), occasion.End.InZone(zone));
    }
}
