using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Makes, names and revokes the links of a rally. A link is shown once, when it is made; only its hash stays.</summary>
public sealed class PrivateLinks(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>A rally keeps at most this many links that work, besides its owner's.</summary>
    public const int MostPerRally = 200;

    /// <summary>Null when whoever asks may not make such a link, or there are too many.</summary>
    public async Task<Secret?> MakeAsync(HeldGrants held, int rallyId, Role role, string name, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, VerbOfMaking(role), rallyId, cancellation) is null)
            return null;
        if (
            await context.Grants.CountAsync(g => g.RallyId == rallyId && g.Role != Role.Owner && g.RevokedAt == null, cancellation)
            >= MostPerRally
        )
            return null;
        var secret = Secret.New();
        context.Grants.Add(new Grant(role, rallyId, name, secret, clock.GetCurrentInstant()));
        await context.SaveChangesAsync(cancellation);
        return secret;
    }

    public async Task<Change> RevokeAsync(HeldGrants held, Guid grantId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Grants.SingleOrDefaultAsync(g => g.Id == grantId && g.RallyId != null, cancellation) is not { } grant)
            return Change.NotFound;
        if (await GrantBook.AllowingAsync(context, held, Verb.RevokeLink, grant.RallyId, cancellation) is not { } own)
            return Change.NotAllowed;
        if (grant.Id == own.Id)
            return Change.NotAllowed; // an owner without a link could never come back
        if (!grant.Revoke(clock.GetCurrentInstant()))
            return Change.AlreadySo;
        await context.SaveChangesAsync(cancellation);
        return Change.Made;
    }

    /// <summary>An admin's link, made by whoever runs the program; nobody can ask for one from outside.</summary>
    public async Task<Secret> MakeAdminLinkAsync(string name, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var secret = Secret.New();
        context.Grants.Add(new Grant(Role.Admin, null, name, secret, clock.GetCurrentInstant()));
        await context.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>
    /// Notes that grants were used, to the hour: enough to tell a forgotten link, too little to follow a person. An owner's link that
    /// was mailed again ends those before it when it is first used: whoever merely asks for it ends nothing.
    /// </summary>
    public async Task NoteUseAsync(HeldGrants held, CancellationToken cancellation)
    {
        if (held.Ids.Count == 0)
            return;
        var now = clock.GetCurrentInstant();
        var hour = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var unnoted = context.Grants.Where(g =>
            held.Ids.Contains(g.Id) && g.RevokedAt == null && (g.LastUsedAt == null || g.LastUsedAt < hour)
        );
        var used = await unnoted.AsNoTracking().ToListAsync(cancellation);
        if (used.Count == 0) // asked first, as SQLite queues even a write that finds nothing behind the others
            return;
        foreach (var owner in used.Where(g => g.Role == Role.Owner && g.LastUsedAt is null))
            await context
                .Grants.Where(g => g.RallyId == owner.RallyId && g.Role == Role.Owner && g.MadeAt < owner.MadeAt && g.RevokedAt == null)
                .ExecuteUpdateAsync(grant => grant.SetProperty(g => g.RevokedAt, now), cancellation);
        await unnoted.ExecuteUpdateAsync(grant => grant.SetProperty(g => g.LastUsedAt, hour), cancellation);
    }

    private static Verb VerbOfMaking(Role role) =>
        role switch
        {
            Role.Steward => Verb.MakeStewardLink,
            Role.CoOrganiser => Verb.MakeCoOrganiserLink,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Owners and admins get theirs another way."),
        };
}
