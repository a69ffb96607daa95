using Microsoft.EntityFrameworkCore;
using Rallies.Storage;

namespace Rallies.Web.Reads;

/// <summary>Where the addresses of rallies lead that have become part of another.</summary>
public sealed class Survivors(IDbContextFactory<RalliesContext> database)
{
    /// <summary>The slug of the rally that is shown; null when there is none, or the one asked for is hidden or one of its own.</summary>
    public async Task<string?> FindAsync(string day, string town, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var merged = await context
            .Rallies.Where(r =>
                r.Slug == town && r.MergedIntoId != null && r.HiddenAt == null && context.Days.Any(d => d.Id == r.DayId && d.Slug == day)
            )
            .Select(r => (int?)r.Id)
            .SingleOrDefaultAsync(cancellation);
        if (merged is null)
            return null;
        var survivor = (await context.MergesAsync(cancellation)).SurvivorOf(merged.Value);
        return await context.Rallies.Visible().Where(r => r.Id == survivor).Select(r => r.Slug).SingleOrDefaultAsync(cancellation);
    }
}
