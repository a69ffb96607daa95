using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Storage;

namespace Rallies.Web.Public.Starting;

/// <summary>The days for which a rally can still be started.</summary>
internal sealed class StartDays(IDbContextFactory<RalliesContext> database, IClock clock)
{
    // Where a day begins last, it is still going on when its own zone has finished.
    private static readonly Duration furthestWest = Duration.FromHours(26);

    /// <summary>The soonest first.</summary>
    public async Task<IReadOnlyList<StartDay>> ComingAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var days = await context
            .Days.AsNoTracking()
            .Where(d => d.Status == DayStatus.Announced || d.Status == DayStatus.Moved)
            .ToListAsync(cancellation);
        return [.. days.Where(IsOpen).OrderBy(d => d.StartsAt).Select(Said)];
    }

    /// <summary>Null when there is no such day; not open when it is over or called off.</summary>
    public async Task<(StartDay Day, bool IsOpen)?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is { } day
            ? (Said(day), IsOpen(day))
            : null;
    }

    private bool IsOpen(DayOfAction day) =>
        day.Status is DayStatus.Announced or DayStatus.Moved
        && clock.GetCurrentInstant() < WallClock.InstantOf(day.StartsAt, DateTimeZoneProviders.Tzdb[day.ZoneId]) + day.Lasts + furthestWest;

    private static StartDay Said(DayOfAction day) => new(day.Id, day.Slug, day.Name, day.StartsAt, day.Lasts, day.ZoneId);
}
