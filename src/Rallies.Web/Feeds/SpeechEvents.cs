using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain;
using Rallies.Domain.Publishing;
using Rallies.Domain.Speakers;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>What one slot of a running order looks like in its speaker's calendar.</summary>
public sealed class SpeechEvents(
    UidDomain uids,
    PublicAddress address,
    RallyEvents rallies,
    EventWords shared,
    IStringLocalizer<SpeechEvents> words
)
{
    /// <param name="after">From the rally's start to the slot's.</param>
    public Occurrence Speech(Slot slot, Duration after, Rally rally, DayOfAction day)
    {
        var whole = RallyEvents.OccasionOf(rally, day);
        return new Occurrence(
            slot.Id,
            new Belonging(
                "speech",
                day.Slug,
                rally.Slug,
                rally.Town.Slug,
                rally.Town.Name,
                rally.Town.Region,
                Speaker: slot.Speaker!.Slug,
                Access: rally.Access
            ),
            whole with
            {
                Start = whole.Start + after,
                End = whole.Start + after + slot.Lasts,
                Status = slot.Status == SlotStatus.Invited && !whole.IsOff ? OccasionStatus.Tentative : whole.Status,
            },
            // A version 7 UUID holds when it was made (RFC 9562 §5.7).
            Instant.FromUnixTimeMilliseconds(Convert.ToInt64(slot.Id.ToString("N")[..12], 16)),
            IsShown: !rally.IsHidden && slot.Status != SlotStatus.Declined,
            IsSettled: false,
            ChangesAt: null,
            (entry, now, notice) => Write(slot, rally, day, entry, now, notice)
        );
    }

    private CalendarEvent Write(Slot slot, Rally rally, DayOfAction day, CalendarEntry entry, Instant now, bool notice)
    {
        var page = new Uri(address.Absolute(Addresses.ForTown(day.Slug, rally.Slug)));
        return new CalendarEvent
        {
            Uid = uids.Uid(entry.Id),
            Summary = shared.Title(entry, now, words["title", rally.Town.Name, slot.Speaker!.Name]),
            Times = EventWords.Times(entry.Told),
            Created = entry.CreatedAt,
            Changed = entry.ChangedAt,
            Url = page,
            Location = rallies.Location(rally),
            Position = rally.MeetingPoint?.Coordinates is { } pin ? new GeoPosition(pin.Latitude, pin.Longitude) : null,
            Description = shared.Description(
                entry,
                page,
                slot.Title,
                words["at", rally.Name.Length > 0 ? rally.Name : day.Name],
                rally.MeetingPoint?.Directions
            ),
            Categories = [words["category"], day.Name],
            Status = EventWords.Status(entry.Told, notice),
            Sequence = entry.Sequence,
            RelatedTo = uids.Uid(rally.CalendarId),
        };
    }
}
