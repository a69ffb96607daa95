using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Finds what a browser's private links reach today.</summary>
internal sealed class ReachReads(IDbContextFactory<RalliesContext> database, GrantBook book)
{
    public async Task<Reach> OfAsync(HeldGrants held, CancellationToken cancellation)
    {
        var grants = await book.LiveAsync(held, cancellation);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var admin = grants.Any(g => g.Allows(Verb.AnnounceDay, null));
        return new(await RalliesAsync(context, grants, cancellation), admin ? await DaysAsync(context, cancellation) : null);
    }

    private static async Task<IReadOnlyList<RallyLine>> RalliesAsync(
        RalliesContext context,
        IReadOnlyList<Grant> grants,
        CancellationToken cancellation
    )
    {
        // Two links to one rally in one browser: the one that allows more.
        var roles = grants
            .Where(g => g.RallyId is not null)
            .GroupBy(g => g.RallyId!.Value)
            .ToDictionary(g => g.Key, g => g.Min(grant => grant.Role));
        var found = await context
            .Rallies.AsNoTracking()
            .Where(r => roles.Keys.Contains(r.Id))
            .Join(context.Days, r => r.DayId, d => d.Id, (rally, day) => new { Rally = rally, Day = day })
            .ToListAsync(cancellation);
        return
        [
            .. found
                .Select(f => RallyLine.Of(f.Rally, f.Day, roles[f.Rally.Id]))
                .OrderByDescending(line => line.StartsAt.Date)
                .ThenBy(line => line.Town, StringComparer.CurrentCulture),
        ];
    }

    private static async Task<IReadOnlyList<DayLine>> DaysAsync(RalliesContext context, CancellationToken cancellation)
    {
        var days = await context
            .Days.Select(d => new
            {
                d.Slug,
                d.Name,
                d.Date,
                d.Time,
                d.ZoneId,
                d.Status,
                Rallies = context.Rallies.Count(r => r.DayId == d.Id),
            })
            .ToListAsync(cancellation);
        return
        [
            .. days.OrderByDescending(d => d.Date).Select(d => new DayLine(d.Slug, d.Name, d.Date + d.Time, d.ZoneId, d.Status, d.Rallies)),
        ];
    }
}
