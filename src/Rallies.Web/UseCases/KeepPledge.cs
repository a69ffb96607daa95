using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>What the holder of a pledge's link does with it: bring more or fewer, withdraw, confirm the address.</summary>
public sealed class KeepPledge(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    /// <summary>Not allowed once the rally is called off or over.</summary>
    public Task<Change> BringAsync(Secret secret, int bringing, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, takes, _) => takes ? Made(pledge.Bring(bringing)) : Change.NotAllowed, cancellation);

    /// <summary>At any time; the address goes with it.</summary>
    public Task<Change> WithdrawAsync(Secret secret, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, _, now) => Made(pledge.Withdraw(now)), cancellation);

    /// <summary>Within 48 hours, and only by the secret that the mail told; confirms every pledge that waits for the same address.</summary>
    public async Task<Change> ConfirmMailAsync(Secret mailed, CancellationToken cancellation)
    {
        var hash = mailed.Hash();
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var known = await context
            .Pledges.Where(p => p.MailSecretHash == hash)
            .Select(p => new { p.MailHash, p.MailConfirmedAt })
            .SingleOrDefaultAsync(cancellation);
        if (known is null)
            return Change.NotFound;
        if (known.MailConfirmedAt is not null || known.MailHash is not { } address)
            return Change.AlreadySo;
        var confirmed = await context
            .Pledges.Where(p => p.MailHash == address && p.MailConfirmedAt == null && p.MailAskedAt > now - Pledge.ConfirmWithin)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.MailConfirmedAt, now), cancellation);
        return Made(confirmed > 0);
    }

    private async Task<Change> ChangeAsync(Secret secret, Func<Pledge, bool, Instant, Change> alter, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var known = await context
            .Pledges.Where(p => p.SecretHash == hash || p.MailSecretHash == hash)
            .Join(context.Rallies, p => p.RallyId, r => r.Id, (p, r) => new { p.Id, r.DayId })
            .SingleOrDefaultAsync(cancellation);
        if (known is null)
            return Change.NotFound;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(known.DayId, cancellation);
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == known.DayId, cancellation);
        var pledge = await context.Pledges.SingleAsync(p => p.Id == known.Id, cancellation);
        var rally = await context.Rallies.SingleAsync(r => r.Id == pledge.RallyId, cancellation);
        var now = clock.GetCurrentInstant();
        var change = alter(pledge, Taking.Takes(day, rally, now), now);
        if (change != Change.Made)
            return change;
        rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.PledgesChanged(day.Id, rally.Id));
        return change;
    }

    private static Change Made(bool made) => made ? Change.Made : Change.AlreadySo;
}
