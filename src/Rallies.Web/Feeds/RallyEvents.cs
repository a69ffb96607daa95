using Microsoft.Extensions.Localization;
using Rallies.Calendars;
using Rallies.Domain;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>What a day of action and a rally look like in a calendar.</summary>
public sealed class RallyEvents(UidDomain uids, PublicAddress address, IStringLocalizer<RallyEvents> words)
{
    public CalendarEvent Day(DayOfAction day, FeedQuery query)
    {
        var page = new Uri(address.Absolute(Addresses.ForDay(day.Slug)));
        return new CalendarEvent
        {
            Uid = uids.Uid(day.CalendarId),
            Summary = Titled(day.Status == DayStatus.Cancelled, false, day.Name),
            Times = EventTimes.AllDay(day.Date, day.Date),
            Created = day.AnnouncedAt,
            Changed = day.ChangedAt,
            Url = page,
            Description = Lines(day.Description, day.Hashtags, page.AbsoluteUri),
            Categories = [words["category-day"], day.Name],
            Status = StatusOf(day.Status == DayStatus.Cancelled, false, query),
            Sequence = day.Sequence,
        };
    }

    public CalendarEvent Rally(Rally rally, DayOfAction day, FeedQuery query)
    {
        var cancelled = rally.Status is RallyStatus.Cancelled || day.Status == DayStatus.Cancelled;
        var postponed = rally.Status is RallyStatus.Postponed;
        var page = new Uri(address.Absolute(Addresses.ForTown(day.Slug, rally.Slug)));
        var place = rally.MeetingPoint;
        var hours = rally.Hours(day);
        return new CalendarEvent
        {
            Uid = uids.Uid(rally.CalendarId),
            Summary = Titled(cancelled, postponed, words["rally-title", rally.Town.Name, rally.Name.Length > 0 ? rally.Name : day.Name]),
            Times = EventTimes.Zoned(hours.Start.InZone(rally.Town.Zone), hours.End.InZone(rally.Town.Zone)),
            Created = rally.StartedAt,
            Changed = rally.ChangedAt,
            Url = page,
            Location = place is null ? words["to-be-confirmed", rally.Town.Name] : Location(place, rally.Town),
            // Only a pin somebody has put: the middle of the town, shown to the metre, would send people to the wrong place.
            Position = place?.Coordinates is { } pin ? new GeoPosition(pin.Latitude, pin.Longitude) : null,
            Description = Lines(
                cancelled && rally.CalledOffBecause.Length > 0 ? words["called-off-because", rally.CalledOffBecause] : null,
                place is null ? words["place-later"] : place.Directions,
                rally.Description,
                AccessOf(rally.Access),
                page.AbsoluteUri
            ),
            Categories = [words["category-rally"], day.Name],
            Status = StatusOf(cancelled || postponed, rally.Status == RallyStatus.Tentative, query),
            Sequence = rally.Sequence,
        };
    }

    private string Titled(bool cancelled, bool postponed, string title) =>
        cancelled ? words["cancelled-title", title]
        : postponed ? words["postponed-title", title]
        : title;

    // A postponed rally without a new date is not on: calendars know no other word for it.
    private static EventStatus StatusOf(bool off, bool tentative, FeedQuery query) =>
        off
            ? query.CancelledAsNotice
                ? EventStatus.Confirmed
                : EventStatus.Cancelled
            : tentative
                ? EventStatus.Tentative
                : EventStatus.Confirmed;

    private static string Location(MeetingPoint place, RallyTown town) =>
        place.Place.Contains(town.Name, StringComparison.OrdinalIgnoreCase) ? place.Place : $"{place.Place}, {town.Name}";

    private string? AccessOf(Domain.Access access)
    {
        var known = new[]
        {
            (access.StepFree, "step-free"),
            (access.SignLanguage, "bsl"),
            (access.HearingLoop, "hearing-loop"),
            (access.ChildrenWelcome, "children"),
        }
            .Where(fact => fact.Item1 != AccessFact.NotKnown)
            .Select(fact => words[$"{fact.Item2}.{(fact.Item1 == AccessFact.Yes ? "yes" : "no")}"].Value)
            .ToList();
        return known.Count == 0 ? null : words["access", string.Join(", ", known)].Value;
    }

    // The page comes last, as several programs hide URL; the words before it are shortened, never the address.
    private static string Lines(params IEnumerable<string?> lines)
    {
        var said = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var page = said[^1]!;
        var text = string.Join('\n', said.SkipLast(1));
        return text.Length == 0 ? page : $"{Shortened.To(CalendarEvent.LongestDescription - page.Length - 1, text)}\n{page}";
    }
}
