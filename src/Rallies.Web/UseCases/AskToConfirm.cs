using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Pledges;
using Rallies.Storage;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>
/// Asks whether a pledge's address is its owner's. One letter at a time, however many pledges wait for the same address: the next goes
/// out when somebody who has read the last has answered it, and each answer is for the pledge of its own letter alone.
/// </summary>
public sealed class AskToConfirm(PledgeSecrets secrets, Sealing sealing, Letters letters)
{
    public byte[] HashOf(string mail) => letters.HashOf(mail);

    /// <summary>Keeps the address, sealed, and writes the letter unless another waits to be answered; forgets it when the address has had its mails for today.</summary>
    public async Task AskAsync(
        RalliesContext context,
        Pledge pledge,
        string mail,
        DayOfAction day,
        Rally rally,
        Instant now,
        CancellationToken cancellation
    )
    {
        var hash = HashOf(mail);
        var asked = await Waiting(context, hash, now).AnyAsync(cancellation);
        if (!asked && !await letters.MayStillWriteAsync(context, mail, now, cancellation))
        {
            pledge.NotReached(now);
            return;
        }
        var mailed = secrets.OfMail(pledge.Id);
        pledge.ReachAt(sealing.Seal(mail.Trim()), hash, mailed.Hash(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, now);
        if (!asked)
            letters.ConfirmPledge(context, mail, day, rally, mailed, Pledge.ConfirmWithin);
    }

    /// <summary>Writes the letter of the pledge that has waited longest for this address; it has 48 hours from now.</summary>
    /// <param name="answered">The pledge whose letter was answered.</param>
    public async Task AskNextAsync(RalliesContext context, byte[] mailHash, Guid answered, Instant now, CancellationToken cancellation)
    {
        var waiting = await Waiting(context, mailHash, now)
            .Where(p => p.Id != answered)
            .OrderBy(p => p.MailAskedAt)
            .Join(context.Rallies.Where(r => r.HiddenAt == null), p => p.RallyId, r => r.Id, (pledge, rally) => new { pledge, rally })
            .Join(
                context.Days,
                w => w.rally.DayId,
                d => d.Id,
                (w, day) =>
                    new
                    {
                        Pledge = w.pledge,
                        Rally = w.rally,
                        Day = day,
                    }
            )
            .ToListAsync(cancellation);
        var next = waiting.Find(w => Taking.Takes(w.Day, w.Rally, now));
        if (next is null || sealing.TryOpen(next.Pledge.SealedMail!) is not { } mail)
            return;
        if (!await letters.MayStillWriteAsync(context, mail, now, cancellation))
            return;
        next.Pledge.AskNow(now);
        letters.ConfirmPledge(context, mail, next.Day, next.Rally, secrets.OfMail(next.Pledge.Id), Pledge.ConfirmWithin);
    }

    private static IQueryable<Pledge> Waiting(RalliesContext context, byte[] mailHash, Instant now)
    {
        var since = now - Pledge.ConfirmWithin;
        return context.Pledges.Where(p => p.MailHash == mailHash && p.MailConfirmedAt == null && p.MailAskedAt > since);
    }
}
