using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Reads a day of action for admins.</summary>
internal sealed class DaysToEdit(IDbContextFactory<RalliesContext> database)
{
    public async Task<bool> MayAnnounceAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await GrantBook.AllowingAsync(context, held, Verb.AnnounceDay, null, cancellation) is not null;
    }

    /// <summary>Null when there is no such day, or the reader is no admin.</summary>
    public async Task<DayToEdit?> FindAsync(HeldGrants held, string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.AnnounceDay, null, cancellation) is null)
            return null;
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day)
            return null;
        var rallies = await context.Rallies.AsNoTracking().Where(r => r.DayId == day.Id).ToListAsync(cancellation);
        var lines = rallies
            .Select(r => (Line: RallyLine.Of(r, day, null), OwnTime: r.OwnStart is not null))
            .OrderBy(r => r.Line.Town, StringComparer.CurrentCulture)
            .ToList();
        return new DayToEdit(
            day.Id,
            day.Slug,
            day.Name,
            day.Description,
            day.Hashtags,
            day.CallsToAction,
            day.Date,
            day.Time,
            day.ZoneId,
            day.Status,
            day.ChangedAt,
            [.. lines.Select(r => r.Line)],
            [.. lines.Where(r => r.OwnTime).Select(r => r.Line)]
        );
    }
}
