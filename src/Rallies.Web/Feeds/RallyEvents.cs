using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain;
using Rallies.Domain.Publishing;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>What a day of action and a rally look like in a calendar.</summary>
public sealed class RallyEvents(UidDomain uids, PublicAddress address, EventWords shared, IStringLocalizer<RallyEvents> words)
{
    public Occurrence Day(DayOfAction day) =>
        new(
            day.CalendarId,
            new Belonging("rally", Day: day.Slug),
            new Occasion(
                day.Date.AtMidnight().InUtc().ToInstant(),
                day.Date.PlusDays(1).AtMidnight().InUtc().ToInstant(),
                "",
                day.Status == DayStatus.Cancelled ? OccasionStatus.Cancelled : OccasionStatus.Confirmed,
                ""
            ),
            day.AnnouncedAt,
            IsShown: true,
            IsSettled: false,
            ChangesAt: null,
            (entry, now, notice) => Write(day, entry, now, notice)
        );

    /// <param name="survivor">The rally it has become part of; null while it is one of its own.</param>
    public Occurrence Rally(Rally rally, DayOfAction day, Rally? survivor = null) =>
        new(
            rally.CalendarId,
            new Belonging("rally", day.Slug, rally.Slug, rally.Town.Slug, rally.Town.Name, rally.Town.Region, Access: rally.Access),
            OccasionOf(rally, day),
            rally.StartedAt,
            !rally.IsHidden,
            IsSettled: false,
            ChangesAt: null,
            (entry, now, notice) => Write(rally, day, survivor, entry, now, notice)
        );

    public static Occasion OccasionOf(Rally rally, DayOfAction day)
    {
        var hours = rally.Hours(day);
        return new Occasion(hours.Start, hours.End, rally.Town.ZoneId, StatusOf(rally, day), rally.MeetingPoint?.Place ?? "");
    }

    /// <summary>Where to meet in one line.</summary>
    public string Location(Rally rally) =>
        rally.MeetingPoint is not { } place ? words["to-be-confirmed", rally.Town.Name]
        : place.Place.Contains(rally.Town.Name, StringComparison.OrdinalIgnoreCase) ? place.Place
        : $"{place.Place}, {rally.Town.Name}";

    private CalendarEvent Write(DayOfAction day, CalendarEntry entry, Instant now, bool notice)
    {
        var page = new Uri(address.Absolute(Addresses.ForDay(day.Slug)));
        return new CalendarEvent
        {
            Uid = uids.Uid(entry.Id),
            Summary = shared.Title(entry, now, day.Name),
            Times = EventWords.Times(entry.Told),
            Created = entry.CreatedAt,
            Changed = entry.ChangedAt,
            Url = page,
            Description = shared.Description(entry, page, day.Description, day.Hashtags),
            Categories = [words["category-day"], day.Name],
            Status = EventWords.Status(entry.Told, notice),
            Sequence = entry.Sequence,
        };
    }

    private CalendarEvent Write(Rally rally, DayOfAction day, Rally? survivor, CalendarEntry entry, Instant now, bool notice)
    {
        var page = new Uri(address.Absolute(Addresses.ForTown(day.Slug, (survivor ?? rally).Slug)));
        return new CalendarEvent
        {
            Uid = uids.Uid(entry.Id),
            Summary = shared.Title(entry, now, words["rally-title", rally.Town.Name, rally.Name.Length > 0 ? rally.Name : day.Name]),
            Times = EventWords.Times(entry.Told),
            Created = entry.CreatedAt,
            Changed = entry.ChangedAt,
            Url = page,
            Location = Location(rally),
            // Only a pin somebody has put: the middle of the town, shown to the metre, would send people to the wrong place.
            Position = rally.MeetingPoint?.Coordinates is { } pin ? new GeoPosition(pin.Latitude, pin.Longitude) : null,
            Description = shared.Description(entry, page, survivor is null ? Lines(rally) : [MergedInto(survivor)]),
            Categories = [words["category-rally"], day.Name],
            Status = EventWords.Status(entry.Told, notice),
            Sequence = entry.Sequence,
        };
    }

    private IEnumerable<string?> Lines(Rally rally) =>
        [
            rally.CalledOffAt is not null && rally.CalledOffBecause.Length > 0
                ? words["called-off-because", rally.CalledOffBecause].Value
                : null,
            rally.MeetingPoint is { } place ? place.Directions : words["place-later"].Value,
            rally.Description,
            AccessOf(rally.Access),
        ];

    // Nothing of where and how to come: whoever reads only this must not stand where nobody does.
    private string MergedInto(Rally survivor) =>
        words["merged-into", survivor.Name.Length > 0 ? $"{survivor.Town.Name}, {survivor.Name}" : survivor.Town.Name];

    private static OccasionStatus StatusOf(Rally rally, DayOfAction day) =>
        rally.IsMerged ? OccasionStatus.Merged
        : day.Status == DayStatus.Cancelled ? OccasionStatus.Cancelled
        : rally.Status switch
        {
            RallyStatus.Cancelled => OccasionStatus.Cancelled,
            RallyStatus.Postponed => OccasionStatus.Postponed,
            RallyStatus.Tentative => OccasionStatus.Tentative,
            _ => OccasionStatus.Confirmed,
        };

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
}
