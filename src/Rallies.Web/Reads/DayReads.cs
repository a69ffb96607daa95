using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Storage;

namespace Rallies.Web.Reads;

/// <summary>What the public may know of days of action.</summary>
public sealed class DayReads(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>All of them, past ones too, by their start.</summary>
    public async Task<IReadOnlyList<ListedDay>> AllAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var days = await context
            .Days.Select(d => new
            {
                d.Id,
                d.Slug,
                d.Name,
                d.Date,
                d.Time,
                d.Lasts,
                d.ZoneId,
                d.Status,
            })
            .ToListAsync(cancellation);
        var hours = await context
            .Rallies.Visible()
            .GroupBy(r => new
            {
                r.DayId,
                r.Town.ZoneId,
                r.OwnStart,
                r.OwnLength,
            })
            .Select(g => new
            {
                g.Key,
                All = g.Count(),
                On = g.Count(r => r.CalledOffAt == null),
            })
            .ToListAsync(cancellation);
        var byDay = hours.ToLookup(h => h.Key.DayId);
        var now = clock.GetCurrentInstant();
        return
        [
            .. days.Select(d =>
                {
                    var ends = byDay[d.Id].Select(h => End(h.Key.OwnStart ?? d.Date + d.Time, h.Key.OwnLength ?? d.Lasts, h.Key.ZoneId));
                    return new ListedDay
                    {
                        Slug = d.Slug,
                        Name = d.Name,
                        StartsAt = d.Date + d.Time,
                        Lasts = d.Lasts,
                        ZoneId = d.ZoneId,
                        Status = AsOf(now, d.Status, ends.Append(End(d.Date + d.Time, d.Lasts, d.ZoneId))),
                        Rallies = byDay[d.Id].Sum(h => h.All),
                        RalliesOn = d.Status is DayStatus.Cancelled ? 0 : byDay[d.Id].Sum(h => h.On),
                    };
                })
                .OrderBy(d => d.Starts)
                .ThenBy(d => d.Slug, StringComparer.Ordinal),
        ];
    }

    public async Task<ShownDay?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day)
            return null;
        var rallies = await context.Rallies.OfDayAsync(day.Id, day.Slug, day.StartsAt, day.Lasts, cancellation);
        if (day.Status is DayStatus.Cancelled)
            rallies = [.. rallies.Select(r => r with { Status = RallyStatus.Cancelled })]; // a day called off takes its rallies along
        var ends = rallies.Select(r => r.Hours.End).Append(End(day.StartsAt, day.Lasts, day.ZoneId));
        return new ShownDay
        {
            Day = new ListedDay
            {
                Slug = day.Slug,
                Name = day.Name,
                StartsAt = day.StartsAt,
                Lasts = day.Lasts,
                ZoneId = day.ZoneId,
                Status = AsOf(clock.GetCurrentInstant(), day.Status, ends),
                Rallies = rallies.Count,
                RalliesOn = rallies.Count(r => r.Status != RallyStatus.Cancelled),
            },
            Description = day.Description,
            Hashtags = day.Hashtags,
            CallsToAction = day.CallsToAction,
            Rallies = rallies,
            Version = day.Version,
        };
    }

    private static Instant End(LocalDateTime startsAt, Duration lasts, string zoneId) =>
        WallClock.InstantOf(startsAt, DateTimeZoneProviders.Tzdb[zoneId]) + lasts;

    // Nobody has to say that a day is over: the clock does.
    private static DayStatus AsOf(Instant now, DayStatus kept, IEnumerable<Instant> ends) =>
        kept is DayStatus.Cancelled || ends.Any(end => now < end) ? kept : DayStatus.Over;
}
