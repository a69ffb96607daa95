using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.Reads;

/// <summary>The one way in which the public reads rallies: hidden ones do not exist, those that are part of another stand there, and whatever is private stays in the database.</summary>
internal static class VisibleRallies
{
    public static IQueryable<Rally> Visible(this IQueryable<Rally> rallies) =>
        rallies.Where(r => r.HiddenAt == null && r.MergedIntoId == null);

    /// <summary>All that are shown of one day, by name of the town.</summary>
    public static async Task<IReadOnlyList<ListedRally>> OfDayAsync(
        this IQueryable<Rally> rallies,
        int dayId,
        string day,
        LocalDateTime startsAt,
        Duration lasts,
        CancellationToken cancellation
    )
    {
        var rows = await rallies
            .Visible()
            .Where(r => r.DayId == dayId)
            .Select(r => new
            {
                r.Slug,
                r.Town,
                r.Name,
                Place = (string?)r.MeetingPoint!.Place,
                r.MeetingPoint!.Latitude,
                r.MeetingPoint!.Longitude,
                IsCalledOff = r.CalledOffAt != null,
                r.IsPostponed,
                r.OwnStart,
                r.OwnLength,
                r.Access.StepFree,
                r.Access.SignLanguage,
                r.Access.ChildrenWelcome,
            })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new ListedRally
                {
                    Day = day,
                    Slug = r.Slug,
                    Town = r.Town,
                    Name = r.Name,
                    Place = r.Place,
                    Coordinates = r is { Latitude: { } latitude, Longitude: { } longitude }
                        ? new Coordinates(latitude, longitude)
                        : r.Town.Coordinates,
                    Status = Rally.StatusOf(r.IsCalledOff, r.IsPostponed, r.Place is not null),
                    StartsAt = r.OwnStart ?? startsAt,
                    Lasts = r.OwnLength ?? lasts,
                    StepFree = r.StepFree,
                    SignLanguage = r.SignLanguage,
                    ChildrenWelcome = r.ChildrenWelcome,
                })
                .OrderBy(r => r.Town.Name, StringComparer.InvariantCultureIgnoreCase)
                .ThenBy(r => r.Slug, StringComparer.Ordinal),
        ];
    }
}
