using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>"I'm coming": pledged, changed, withdrawn, and reached by mail only once its owner has said so.</summary>
public sealed class PledgeToCome(
    IDbContextFactory<RalliesContext> database,
    IClock clock,
    SiteKey key,
    Sealing sealing,
    Letters letters,
    Happenings happenings
)
{
    private const string Purpose = "pledge";
    private static readonly Duration ConfirmWithin = Duration.FromHours(48);

    /// <summary>The secret of a pledge's own page, derived anew whenever it is needed and stored nowhere.</summary>
    public Secret SecretOf(Guid pledgeId) =>
        Secret.Of(key.Derive(Purpose, pledgeId.ToString("N", CultureInfo.InvariantCulture)).AsSpan(0, 20));

    /// <param name="id">Made by the device; the same again changes nothing and gets the same answer.</param>
    /// <param name="mail">Null when they gave none. It gets one mail asking to confirm, and nothing more until its button is pressed.</param>
    public async Task<Outcome> PledgeAsync(string day, string town, Guid id, int bringing, string? mail, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await RallyAsync(context, day, town, cancellation) is not { } found)
            return new Outcome.NoSuchRally();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(found.Day.Id, cancellation);
        var secret = SecretOf(id);
        if (await context.Pledges.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is { } known)
            return known.RallyId == found.Rally.Id && known.Bringing == bringing && known.WithdrawnAt is null
                ? new Outcome.AlreadyPledged(await PledgedAsync(context, found.Rally.Id, cancellation), secret)
                : new Outcome.IdReused();
        var now = clock.GetCurrentInstant();
        if (found.Rally.CalledOffAt is not null || found.Rally.Hours(found.Day).End < now)
            return new Outcome.NotTaking();

        var pledge = new Pledge(id, found.Rally.Id, bringing, secret.Hash(), now);
        context.Pledges.Add(pledge);
        if (mail is not null && await letters.MayStillWriteAsync(context, mail, now, cancellation))
        {
            pledge.ReachAt(sealing.Seal(mail), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, now);
            letters.ConfirmPledge(context, mail, found.Day, found.Rally, secret);
        }
        await ShowAsync(context, found.Rally.Id, version, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.RallyChanged(found.Day.Id, found.Rally.Id), cancellation);
        return new Outcome.Pledged(await PledgedAsync(context, found.Rally.Id, cancellation), secret);
    }

    /// <summary>What the pledge's own page shows; null when the secret is unknown.</summary>
    public async Task<PledgeKept?> FindAsync(Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context
            .Pledges.Where(p => p.SecretHash == hash)
            .Join(context.Rallies, p => p.RallyId, r => r.Id, (p, r) => new { p, r })
            .Join(context.Days, x => x.r.DayId, d => d.Id, (x, d) => new PledgeKept(x.p, x.r, d))
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellation);
    }

    public Task<Change> BringAsync(Secret secret, int bringing, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, _) => pledge.Bring(bringing), cancellation);

    public Task<Change> WithdrawAsync(Secret secret, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, now) => pledge.Withdraw(now), cancellation);

    /// <summary>Within 48 hours of the mail; later the address is gone already.</summary>
    public Task<Change> ConfirmMailAsync(Secret secret, CancellationToken cancellation) =>
        ChangeAsync(secret, (pledge, now) => pledge.MailAskedAt > now - ConfirmWithin && pledge.ConfirmMail(now), cancellation);

    /// <summary>Addresses nobody confirmed go after 48 hours, all others 30 days after the rally.</summary>
    public async Task ForgetAddressesAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await context
            .Pledges.Where(p => p.SealedMail != null && p.MailConfirmedAt == null && p.MailAskedAt < now - ConfirmWithin)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.SealedMail, (string?)null), cancellation);
        var passed = now.Minus(Duration.FromDays(31)).InUtc().Date;
        await context
            .Pledges.Where(p =>
                p.SealedMail != null
                && context.Rallies.Any(r =>
                    r.Id == p.RallyId && r.OwnStart == null && context.Days.Any(d => d.Id == r.DayId && d.Date < passed)
                )
            )
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.SealedMail, (string?)null), cancellation);
    }

    private async Task<Change> ChangeAsync(Secret secret, Func<Pledge, Instant, bool> alter, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is not { } kept)
            return Change.NotFound;
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(kept.Day.Id, cancellation);
        var pledge = await context.Pledges.SingleAsync(p => p.Id == kept.Pledge.Id, cancellation);
        if (!alter(pledge, clock.GetCurrentInstant()))
            return Change.AlreadySo;
        await ShowAsync(context, kept.Rally.Id, version, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.RallyChanged(kept.Day.Id, kept.Rally.Id), cancellation);
        return Change.Made;
    }

    private static async Task<(DayOfAction Day, Rally Rally)?> RallyAsync(
        RalliesContext context,
        string day,
        string town,
        CancellationToken cancellation
    )
    {
        var found = await context
            .Rallies.AsNoTracking()
            .Where(r => r.Slug == town && r.HiddenAt == null)
            .Join(context.Days.AsNoTracking().Where(d => d.Slug == day), r => r.DayId, d => d.Id, (r, d) => new { r, d })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : (found.d, found.r);
    }

    private static Task ShowAsync(RalliesContext context, int rallyId, long version, CancellationToken cancellation) =>
        context.Rallies.Where(r => r.Id == rallyId).ExecuteUpdateAsync(r => r.SetProperty(x => x.Version, version), cancellation);

    private static Task<int> PledgedAsync(RalliesContext context, int rallyId, CancellationToken cancellation) =>
        context.Pledges.Where(p => p.RallyId == rallyId && p.WithdrawnAt == null).SumAsync(p => 1 + p.Bringing, cancellation);

    /// <summary>A pledge with the rally and the day it is for.</summary>
    public sealed record PledgeKept(Pledge Pledge, Rally Rally, DayOfAction Day);

    public abstract record Outcome
    {
        /// <param name="People">The rally's total in people, this pledge included.</param>
        public sealed record Pledged(int People, Secret Withdraw) : Outcome;

        public sealed record AlreadyPledged(int People, Secret Withdraw) : Outcome;

        public sealed record NoSuchRally : Outcome;

        /// <summary>The rally is called off, or over.</summary>
        public sealed record NotTaking : Outcome;

        /// <summary>The id has been used for another pledge.</summary>
        public sealed record IdReused : Outcome;
    }
}
