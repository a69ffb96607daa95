using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Tells whoever may hand a rally over whether somebody has it.</summary>
internal sealed class OwnerReads(IDbContextFactory<RalliesContext> database)
{
    /// <summary>Null for whoever may not.</summary>
    public async Task<OwnerState?> OfAsync(HeldGrants held, int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.HandOverRally, null, cancellation) is null)
            return null;
        var rally = await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == rallyId, cancellation);
        var owners = await context
            .Grants.AsNoTracking()
            .Where(g => g.RallyId == rallyId && g.Role == Role.Owner && g.RevokedAt == null)
            .OrderBy(g => g.MadeAt)
            .ToListAsync(cancellation);
        return HandOverRally.HasOwner(rally, owners)
            ? new OwnerState(true, null, null)
            : new OwnerState(false, owners.LastOrDefault()?.Name, owners.LastOrDefault()?.MadeAt);
    }
}
