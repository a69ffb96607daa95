using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>Confirms the address behind a rally, and mails a lost owner's link to it.</summary>
public sealed class ContactAddress(IDbContextFactory<RalliesContext> database, IClock clock, Sealing sealing, Letters letters)
{
    private static readonly Duration ConfirmWithin = Duration.FromHours(48);

    public async Task<bool> IsWaitingAsync(Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        var since = clock.GetCurrentInstant() - ConfirmWithin;
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Confirmations.AnyAsync(c => c.SecretHash == hash && c.AskedAt > since, cancellation);
    }

    /// <summary>Null when the link is unknown or older than 48 hours; pressing the button twice confirms once.</summary>
    public async Task<(string Day, string Town)?> ConfirmAsync(Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (
            await context.Confirmations.SingleOrDefaultAsync(c => c.SecretHash == hash && c.AskedAt > now - ConfirmWithin, cancellation)
            is not { } asked
        )
            return null;
        var rally = await context.Rallies.SingleAsync(r => r.Id == asked.RallyId, cancellation);
        rally.ConfirmContact(now);
        await context.SaveChangesAsync(cancellation);
        return (await context.Days.Where(d => d.Id == rally.DayId).Select(d => d.Slug).SingleAsync(cancellation), rally.Slug);
    }

    /// <summary>
    /// Mails a new owner's link for every rally of those towns (slugs) whose confirmed address this is. The old one ends
    /// when somebody works with the new one (<see cref="PrivateLinks.EndOlderAsync"/>): anybody may know the address and ask.
    /// Says nothing of whether there was any; the time it takes would, so it is called in the background (<see cref="Access.LostLinks"/>).
    /// </summary>
    public async Task RecoverAsync(IReadOnlyList<string> towns, string address, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var candidates = await context
            .Rallies.Where(r => towns.Contains(r.Town.Slug) && r.ContactConfirmedAt != null && r.SealedContact != null)
            .OrderByDescending(r => r.StartedAt) // the newest first, should the day's mails run out
            .ToListAsync(cancellation);
        foreach (var rally in candidates.Where(r => sealing.TryOpen(r.SealedContact!) is { } contact && SameAddress(contact, address)))
        {
            if (!await letters.MayStillWriteAsync(context, address, now, cancellation))
                return;
            var day = await context.Days.SingleAsync(d => d.Id == rally.DayId, cancellation);
            var secret = Secret.New();
            context.Grants.Add(new Grant(Role.Owner, rally.Id, Grant.NameOf(rally.Town.Name), secret, now));
            letters.OwnerLinkAgain(context, address, day, rally, secret);
            await context.SaveChangesAsync(cancellation);
        }
    }

    private static bool SameAddress(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
