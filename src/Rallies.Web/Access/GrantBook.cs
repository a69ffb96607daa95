using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;

namespace Rallies.Web.Access;

/// <summary>Says what held grants are worth now: revoked ones are worth nothing from the moment they are revoked.</summary>
public sealed class GrantBook(IDbContextFactory<RalliesContext> database)
{
    /// <summary>Those of the held grants that still hold.</summary>
    public async Task<IReadOnlyList<Grant>> LiveAsync(HeldGrants held, CancellationToken cancellation)
    {
        if (held.Ids.Count == 0)
            return [];
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await Live(context, held).ToListAsync(cancellation);
    }

    /// <summary>The grant that allows it, or null. Asked inside the use case's own context, so that the answer and the change belong together.</summary>
    public static async Task<Grant?> AllowingAsync(
        RalliesContext context,
        HeldGrants held,
        Verb verb,
        int? rallyId,
        CancellationToken cancellation
    )
    {
        if (held.Ids.Count == 0)
            return null;
        var grants = await Live(context, held).ToListAsync(cancellation);
        return grants.FirstOrDefault(g => g.Allows(verb, rallyId));
    }

    public async Task<Grant?> FindAsync(Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.SecretHash == hash && g.RevokedAt == null, cancellation);
    }

    /// <summary>Whose secret or token it is, even where it was revoked, which a phone must be able to tell from one that never was.</summary>
    public async Task<Credential?> FindEvenRevokedAsync(Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.SecretHash == hash, cancellation) is { } grant)
            return new Credential(grant, null);
        return await (
            from device in context.DoorDevices.AsNoTracking()
            where device.TokenHash == hash
            join of in context.Grants.AsNoTracking() on device.GrantId equals of.Id
            select new Credential(of, device)
        ).SingleOrDefaultAsync(cancellation);
    }

    private static IQueryable<Grant> Live(RalliesContext context, HeldGrants held) =>
        context.Grants.AsNoTracking().Where(g => held.Ids.Contains(g.Id) && g.RevokedAt == null);
}
