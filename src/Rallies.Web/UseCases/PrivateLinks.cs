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

    /// <summary>Notes that grants were used, to the hour: enough to tell a forgotten link, too little to follow a person.</summary>
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
        if (await unnoted.AnyAsync(cancellation)) // asked first, as SQLite queues even a write that finds nothing behind the others
            await unnoted.ExecuteUpdateAsync(grant => grant.SetProperty(g => g.LastUsedAt, hour), cancellation);
    }

    /// <summary>
    /// An owner's link that was mailed again ends those before it when somebody works with it: whoever merely asks for it ends nothing,
    /// nor does a program that follows the links in a mail.
    /// </summary>
    public async Task EndOlderAsync(HeldGrants held, CancellationToken cancellation)
    {
        if (held.Ids.Count == 0)
            return;
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var owners = context.Grants.Where(g => g.Role == Role.Owner && g.RevokedAt == null);
        var newer = owners.Where(g => held.Ids.Contains(g.Id));
        var older = owners.Where(g => newer.Any(n => n.RallyId == g.RallyId && n.MadeAt > g.MadeAt));
        if (await older.AnyAsync(cancellation)) // asked first, as above
            await older.ExecuteUpdateAsync(grant => grant.SetProperty(g => g.RevokedAt, now), cancellation);
    }

    private static Verb VerbOfMaking(Role role) =>
        role switch
        {
            Role.Steward => Verb.MakeStewardLink,
            Role.CoOrganiser => Verb.MakeCoOrganiserLink,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Owners and admins get theirs another way."),
        };
}
