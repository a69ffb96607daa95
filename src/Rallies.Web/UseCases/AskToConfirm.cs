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
/// out when somebody who has read the last has answered it or its time is up, and each answer is for the pledge of its own letter alone.
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
        var asked = await letters.HasUnansweredAsync(context, hash, now, cancellation);
        if (!asked && !await letters.MayStillWriteAsync(context, mail, now, cancellation))
        {
            pledge.NotReached(now);
            return;
        }
        var mailed = secrets.OfMail(pledge.Id);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        pledge.ReachAt(sealing.Seal(mail.Trim()), hash, asked ? null : mailed.Hash(), language, now);
        if (!asked)
            letters.ConfirmPledge(context, mail, day, rally, mailed);
    }

    /// <summary>The letter to this address was answered, by whoever read it: the next may go out.</summary>
    public async Task AnsweredAsync(RalliesContext context, byte[] mailHash, Instant now, CancellationToken cancellation)
    {
        await letters.AnsweredAsync(context, mailHash, now, cancellation);
        await AskNextAsync(context, mailHash, now, cancellation);
    }

    /// <summary>The addresses that pledges wait for whose letter has not been written.</summary>
    public static async Task<IReadOnlyList<byte[]>> WaitedForAsync(RalliesContext context, CancellationToken cancellation) =>
        await Waiting(context).Select(p => p.MailHash!).Distinct().ToListAsync(cancellation);

    /// <summary>
    /// Writes the letter of the pledge that has waited longest for this address, in its own language; it has 48 hours from now. Nothing
    /// while another letter waits for its answer, or when the address has had its mails for today.
    /// </summary>
    public async Task AskNextAsync(RalliesContext context, byte[] mailHash, Instant now, CancellationToken cancellation)
    {
        if (await letters.HasUnansweredAsync(context, mailHash, now, cancellation))
            return;
        var waiting = await Waiting(context)
            .Where(p => p.MailHash == mailHash)
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
        var mailed = secrets.OfMail(next.Pledge.Id);
        next.Pledge.AskNow(mailed.Hash(), now);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(next.Pledge.Language == "cy" ? "cy" : "en-GB");
        letters.ConfirmPledge(context, mail, next.Day, next.Rally, mailed);
    }

    private static IQueryable<Pledge> Waiting(RalliesContext context) =>
        context.Pledges.Where(p => p.MailHash != null && p.MailSecretHash == null && p.MailConfirmedAt == null);
}
