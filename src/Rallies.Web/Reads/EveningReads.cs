using Microsoft.EntityFrameworkCore;
using Rallies.Storage;

namespace Rallies.Web.Reads;

/// <summary>The little that pages ask of the database while thousands check in and doors count.</summary>
public sealed class EveningReads(IDbContextFactory<RalliesContext> database)
{
    /// <summary>Null when there is none, or when it is hidden.</summary>
    public async Task<NamedRally?> NameAsync(string day, string town, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await (
            from d in context.Days
            join r in context.Rallies.Visible() on d.Id equals r.DayId
            where d.Slug == day && r.Slug == town
            select new NamedRally(r.Id, d.Slug, d.Name, r.Slug, r.Town.Name, r.Town.ZoneId)
        ).SingleOrDefaultAsync(cancellation);
    }
}
