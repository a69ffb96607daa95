using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>
/// Gives a rally that nobody owns, such as an imported one, to somebody: an owner's link is mailed to them and shown to nobody else.
/// While nobody has used it, it can be sent anew, and then the one before ends.
/// </summary>
public sealed class HandOverRally(IDbContextFactory<RalliesContext> database, IClock clock, Sealing sealing, Letters letters)
{
    /// <param name="name">Of whoever is to organise it, within <see cref="Grant.MaxNameLength"/>.</param>
    /// <param name="mail">Read by <see cref="Mailbox"/>.</param>
    public async Task<Outcome> HandAsync(HeldGrants held, int rallyId, string name, string mail, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (
            await context.Rallies.Where(r => r.Id == rallyId).Select(r => (int?)r.DayId).SingleOrDefaultAsync(cancellation) is not { } dayId
        )
            return Outcome.NotFound;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.NextVersionAsync(dayId, cancellation); // of two who hand it over at once, the second ends the first's link
        if (await GrantBook.AllowingAsync(context, held, Verb.HandOverRally, null, cancellation) is null)
            return Outcome.NotAllowed;
        var rally = await context.Rallies.SingleAsync(r => r.Id == rallyId, cancellation);
        var owners = await context
            .Grants.Where(g => g.RallyId == rallyId && g.Role == Role.Owner && g.RevokedAt == null)
            .ToListAsync(cancellation);
        if (HasOwner(rally, owners))
            return Outcome.HasOwner;
        if (rally.IsMerged)
            return Outcome.PartOfAnother;
        var now = clock.GetCurrentInstant();
        if (!await letters.MayStillWriteAsync(context, mail, now, cancellation))
            return Outcome.EnoughForToday;

        foreach (var unused in owners)
            unused.Revoke(now);
        var (owner, confirmation) = (Secret.New(), Secret.New());
        context.Grants.Add(new Grant(Role.Owner, rallyId, name, owner, now));
        await context.Confirmations.Where(c => c.RallyId == rallyId).ExecuteDeleteAsync(cancellation);
        context.Confirmations.Add(new ContactConfirmation(rallyId, confirmation.Hash(), now));
        rally.ReachedAt(sealing.Seal(mail));
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == dayId, cancellation);
        letters.HandedOver(context, mail, day, rally, owner, confirmation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Outcome.Handed;
    }

    /// <summary>Somebody organises it: whoever started it here, or whoever has used an owner's link.</summary>
    /// <param name="owners">Its owner's links that work.</param>
    public static bool HasOwner(Rally rally, IReadOnlyCollection<Grant> owners) =>
        owners.Count > 0 && (rally.StartedBy is not null || owners.Any(g => g.LastUsedAt is not null));

    public enum Outcome
    {
        Handed,
        NotAllowed,
        NotFound,
        HasOwner,
        PartOfAnother,

        /// <summary>The address has had as many mails today as anybody gets.</summary>
        EnoughForToday,
    }
}
