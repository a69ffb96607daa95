using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>What the holder of a pledge's link does with it: bring more or fewer, withdraw, confirm the address.</summary>
public sealed class KeepPledge(IDbContextFactory<RalliesContext> database, IClock clock, AskToConfirm ask, Happenings happenings)
{
    /// <summary>Not allowed once the rally is called off or over.</summary>
    public Task<Change> BringAsync(Secret secret, int bringing, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, takes, _) => takes ? Made(pledge.Bring(bringing)) : Change.NotAllowed, cancellation);

    /// <summary>At any time; the address goes with it.</summary>
    public Task<Change> WithdrawAsync(Secret secret, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, _, now) => Made(pledge.Withdraw(now)), cancellation);

    /// <summary>
    /// Within 48 hours, and only by the secret that the mail told. Confirms the pledge of that mail alone: what else waits for the
    /// address may be a stranger's doing, and is asked about in a letter of its own.
    /// </summary>
    public async Task<Change> ConfirmMailAsync(Secret mailed, CancellationToken cancellation)
    {
        var hash = mailed.Hash();
        var now = clock.GetCurrentInstant();
        var since = now - Pledge.ConfirmWithin;
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var confirmed = await context
            .Pledges.Where(p => p.MailSecretHash == hash && p.MailHash != null && p.MailConfirmedAt == null && p.MailAskedAt > since)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.MailConfirmedAt, now), cancellation);
        if (await context.Pledges.AsNoTracking().SingleOrDefaultAsync(p => p.MailSecretHash == hash, cancellation) is not { } pledge)
            return Change.NotFound;
        if (confirmed == 0)
            return Change.AlreadySo;
        await ask.AnsweredAsync(context, pledge.MailHash!, now, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Change.Made;
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
        var unanswered = pledge.MailConfirmedAt is null && pledge.MailSecretHash.AsSpan().SequenceEqual(hash) ? pledge.MailHash : null;
        var change = alter(pledge, Taking.Takes(day, rally, now), now);
        if (change != Change.Made)
            return change;
        if (pledge.MailHash is null && unanswered is not null) // withdrawn by the mail's own link: that, too, answers it
            await ask.AnsweredAsync(context, unanswered, now, cancellation);
        rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.PledgesChanged(day.Id, rally.Id));
        return change;
    }

    private static Change Made(bool made) => made ? Change.Made : Change.AlreadySo;
}
