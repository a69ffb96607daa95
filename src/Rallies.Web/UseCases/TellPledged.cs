using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Pledges;
using Rallies.Storage;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>
/// Writes to those who said they come, and confirmed an address, when place, time or status has changed since they last knew, or the rally itself has become part of another. What a
/// kill interrupts, the next round goes on with; whoever has had three mails today is told when they may get another.
/// </summary>
public sealed class TellPledged(
    IDbContextFactory<RalliesContext> database,
    IClock clock,
    Sealing sealing,
    Letters letters,
    PledgeSecrets secrets
)
{
    private const int AtOnce = 200;

    /// <summary>How many mails were written.</summary>
    public async Task<int> TellAsync(CancellationToken cancellation)
    {
        var written = 0;
        foreach (var rallyId in await ChangedAsync(cancellation))
            written += await TellAsync(rallyId, cancellation);
        return written;
    }

    private async Task<IReadOnlyList<int>> ChangedAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await Unaware(context).Select(p => p.RallyId).Distinct().ToListAsync(cancellation);
    }

    private async Task<int> TellAsync(int rallyId, CancellationToken cancellation)
    {
        var (written, after, now) = (0, Guid.Empty, clock.GetCurrentInstant());
        while (true)
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            var rally = await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == rallyId, cancellation);
            var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == rally.DayId, cancellation);
            if (rally.IsHidden || rally.Hours(day).End < now)
                return written;
            var unaware = await Unaware(context)
                .Where(p => p.RallyId == rallyId && p.Id > after)
                .OrderBy(p => p.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            if (unaware.Count == 0)
                return written;
            foreach (var pledge in unaware)
            {
                written += await TellAsync(context, pledge, day, rally, now, cancellation) ? 1 : 0;
                await context.SaveChangesAsync(cancellation); // each counts towards its address's three of the day
            }
            after = unaware[^1].Id;
        }
    }

    private async Task<bool> TellAsync(
        RalliesContext context,
        Pledge pledge,
        DayOfAction day,
        Rally rally,
        Instant now,
        CancellationToken cancellation
    )
    {
        if (sealing.TryOpen(pledge.SealedMail!) is not { } recipient)
        {
            pledge.ForgetMail();
            return false;
        }
        if (!await letters.MayStillWriteAsync(context, recipient, now, cancellation))
            return false;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(pledge.Language == "cy" ? "cy" : "en-GB");
        if (pledge.KnowsRallyId == rally.Id)
            letters.RallyChanged(context, recipient, day, rally, secrets.OfPledge(pledge.Id));
        else
            letters.OtherRally(
                context,
                recipient,
                day,
                await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == pledge.KnowsRallyId, cancellation),
                rally,
                secrets.OfPledge(pledge.Id)
            );
        pledge.Know(rally.Sequence);
        return true;
    }

    private static IQueryable<Pledge> Unaware(RalliesContext context) =>
        context.Pledges.Where(p =>
            p.SealedMail != null
            && p.MailConfirmedAt != null
            && p.WithdrawnAt == null
            && context.Rallies.Any(r =>
                r.Id == p.RallyId && r.HiddenAt == null && (r.Sequence > p.KnowsSequence || p.KnowsRallyId != p.RallyId)
            )
        );
}
