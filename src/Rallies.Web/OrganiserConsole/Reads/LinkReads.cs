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
        var links = await context.Grants.AsNoTracking().Where(g => g.RallyId == rallyId && g.RevokedAt == null).ToListAsync(cancellation);
        var ids = links.Select(g => g.Id).ToList();
        var phones = (
            await context.DoorDevices.AsNoTracking().Where(d => ids.Contains(d.GrantId) && d.RevokedAt == null).ToListAsync(cancellation)
        ).ToLookup(d => d.GrantId);
        return
        [
            .. links
                .OrderBy(link => link.Role)
                .ThenBy(link => link.MadeAt)
                .Select(g => new LinkLine(
                    g.Id,
                    g.Role,
                    g.Name,
                    g.MadeAt,
                    g.LastUsedAt,
                    held.Ids.Contains(g.Id),
                    [
                        .. phones[g.Id]
                            .OrderByDescending(d => d.LastUsedAt ?? d.MadeAt)
                            .Select(d => new PhoneLine(d.Id, d.MadeAt, d.LastUsedAt)),
                    ]
                )),
        ];
    }
}
