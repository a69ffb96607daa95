using Microsoft.Extensions.Localization;
using Rallies.Calendars;
using Rallies.Domain.Disputes;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>What one day's stand at a picket line looks like in a calendar.</summary>
public sealed class PicketEvents(UidDomain uids, PublicAddress address, IStringLocalizer<PicketEvents> words)
{
    public CalendarEvent Shift(ListedShift listed, FeedQuery query)
    {
        var (shift, line, dispute) = listed;
        var page = new Uri(address.Absolute(Addresses.ForDispute(dispute.Slug)));
        var title = words["title", line.Town.Name, line.Gate];
        return new CalendarEvent
        {
            Uid = uids.Uid(shift.CalendarId),
            Summary = shift.IsCancelled ? words["cancelled-title", title] : title,
            Times = EventTimes.Zoned(shift.StartsAt.InZoneLeniently(line.Town.Zone), shift.EndsAt.InZoneLeniently(line.Town.Zone)),
            Created = line.EnteredAt,
            Changed = listed.ChangedAt,
            Url = page,
            Location = $"{line.Gate}, {line.Town.Name}",
            Position = line is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPosition(latitude, longitude) : null,
            Description =
                Shortened.To(CalendarEvent.LongestDescription - page.AbsoluteUri.Length - 1, Matter(dispute)) + "\n" + page.AbsoluteUri,
            Categories = [words["category"], dispute.Employer],
            Status =
                !shift.IsCancelled ? EventStatus.Confirmed
                : query.CancelledAsNotice ? EventStatus.Confirmed
                : EventStatus.Cancelled,
            Sequence = shift.Sequence,
        };
    }

    private string Matter(Dispute dispute) =>
        string.Join(
            '\n',
            new[]
            {
                words["dispute", dispute.Union, dispute.Employer].Value,
                dispute.Demands,
                dispute.Help,
                words["source", dispute.SourceUrl].Value,
            }.Where(line => line.Length > 0)
        );
}
