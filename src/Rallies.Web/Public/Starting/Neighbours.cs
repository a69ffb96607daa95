using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Storage;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Starting;

/// <summary>Finds those who have started already in the same town, or within 5 km and 3 hours.</summary>
internal sealed class Neighbours(IDbContextFactory<RalliesContext> database)
{
    private static readonly Distance closeBy = new(5_000);
    private static readonly Duration atOnce = Duration.FromHours(3);

    /// <summary>The closest first; none that is hidden or called off, nor the one that this form has started itself.</summary>
    public async Task<IReadOnlyList<Neighbour>> ToAsync(Town town, StartDay day, Guid? form, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rallies = await context
            .Rallies.AsNoTracking()
            .Visible()
            .Where(r => r.DayId == day.Id && r.CalledOffAt == null && (form == null || r.StartedBy != form))
            .ToListAsync(cancellation);
        return
        [
            .. from rally in rallies
            let away = rally.Coordinates.DistanceTo(town.Coordinates)
            let same = rally.Town.Slug == town.Slug.Value
            let local = rally.OwnStart ?? day.StartsAt
            where same || (away <= closeBy && Apart(local, day.StartsAt) <= atOnce)
            orderby !same, away.Metres
            select new Neighbour(
                rally.Slug,
                rally.Town.Name,
                rally.Town.Country,
                rally.MeetingPoint?.Place ?? "",
                rally.Organiser,
                local,
                same ? null : away
            ),
        ];
    }

    // So near, both keep the same clock.
    private static Duration Apart(LocalDateTime one, LocalDateTime other)
    {
        var apart = (one - other).ToDuration();
        return apart < Duration.Zero ? -apart : apart;
    }
}
