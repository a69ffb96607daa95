using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Publishing;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>What one day's stand at a picket line looks like in a calendar.</summary>
public sealed class PicketEvents(UidDomain uids, PublicAddress address, EventWords shared, IStringLocalizer<PicketEvents> words)
{
    public Occurrence Shift(PicketShift shift, PicketLine line, Dispute dispute, Instant now)
    {
        var (start, end) = (WallClock.InstantOf(shift.StartsAt, line.Town.Zone), WallClock.InstantOf(shift.EndsAt, line.Town.Zone));
        if (end <= start) // the clocks go forward over its start
            end = start + Period.Between(shift.StartsAt, shift.EndsAt, PeriodUnits.Minutes).ToDuration();
        var trust = line.TrustAt(Instant.Min(now, end));
        var status =
            shift.IsCancelled ? OccasionStatus.Cancelled
            : trust == PicketTrust.Confirmed ? OccasionStatus.Confirmed
            : OccasionStatus.Tentative;
        return new Occurrence(
            shift.CalendarId,
            new Belonging("picket", Town: line.Town.Slug, Region: line.Town.Region, Dispute: dispute.Slug),
            new Occasion(start, end, line.Town.ZoneId, status, line.Gate),
            line.EnteredAt,
            // Nobody has confirmed the line for 14 days: its coming shifts leave the feed, and come back with the same UID.
            IsShown: trust != PicketTrust.Archived,
            IsSettled: end <= now,
            ChangesAt: First(now, end, line.ConfirmedAt + PicketLine.DoubtAfter, line.ConfirmedAt + PicketLine.ArchiveAfter),
            (entry, at, notice) => Write(line, dispute, entry, at, notice)
        );
    }

    private CalendarEvent Write(PicketLine line, Dispute dispute, CalendarEntry entry, Instant now, bool notice)
    {
        var page = new Uri(address.Absolute(Addresses.ForDispute(dispute.Slug)));
        return new CalendarEvent
        {
            Uid = uids.Uid(entry.Id),
            Summary = shared.Title(entry, now, words["title", line.Town.Name, line.Gate]),
            Times = EventWords.Times(entry.Told),
            Created = entry.CreatedAt,
            Changed = entry.ChangedAt,
            Url = page,
            Location = $"{line.Gate}, {line.Town.Name}",
            Position = line is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPosition(latitude, longitude) : null,
            Description = shared.Description(
                entry,
                page,
                words["dispute", dispute.Union, dispute.Employer],
                dispute.Demands,
                dispute.Help,
                words["source", dispute.SourceUrl]
            ),
            Categories = [words["category"], dispute.Employer],
            Status = EventWords.Status(entry.Told, notice),
            Sequence = entry.Sequence,
        };
    }

    private static Instant? First(Instant after, Instant before, params IEnumerable<Instant> moments) =>
        moments.Where(m => m > after && m < before).Select(m => (Instant?)m).Min();
}
