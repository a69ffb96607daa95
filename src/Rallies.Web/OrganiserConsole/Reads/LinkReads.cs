using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Lists the working links of a rally for whoever may make some.</summary>
internal sealed class LinkReads(IDbContextFactory<RalliesContext> database)
{
    public async Task<IReadOnlyList<LinkLine>> OfAsync(HeldGrants held, int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.MakeStewardLink, rallyId, cancellation) is null)
            return [];
        var links = await context
            .Grants.Where(g => g.RallyId == rallyId && g.RevokedAt == null)
            .Select(g => new LinkLine(g.Id, g.Role, g.Name, g.MadeAt, g.LastUsedAt, held.Ids.Contains(g.Id)))
            .ToListAsync(cancellation);
        return [.. links.OrderBy(link => link.Role).ThenBy(link => link.MadeAt)];
    }
}
