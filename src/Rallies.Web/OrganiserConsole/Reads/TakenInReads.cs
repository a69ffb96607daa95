using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Counts the taps that the owner took in, for whoever may take in some.</summary>
internal sealed class TakenInReads(IDbContextFactory<RalliesContext> database)
{
    public async Task<TakenInSoFar> OfAsync(HeldGrants held, int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.TakeInTaps, rallyId, cancellation) is null)
            return new TakenInSoFar(0, 0);
        var taken = context.Taps.Where(t => t.RallyId == rallyId && t.TakenIn);
        // A phone is known by what it sent itself before.
        var revoked = taken.Where(t =>
            context.Taps.Any(own =>
                own.RallyId == rallyId
                && own.Device == t.Device
                && !own.TakenIn
                && context.Grants.Any(g => g.Id == own.GrantId && g.RevokedAt != null)
            )
        );
        return new TakenInSoFar(await taken.CountAsync(cancellation), await revoked.CountAsync(cancellation));
    }
}
