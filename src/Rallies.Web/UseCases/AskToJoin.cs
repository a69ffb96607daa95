using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Storage;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>Somebody who would start a second rally asks the first's organiser to do it together. The organiser's address is not told.</summary>
public sealed class AskToJoin(IDbContextFactory<RalliesContext> database, IClock clock, Sealing sealing, Letters letters)
{
    public const int MaxMessageLength = 1_000;

    // Whatever strangers ask for, an organiser who has lost the link can still have it mailed.
    private const int KeptForLostLinks = 1;

    /// <param name="from">The asker's mail address, which the organiser reads.</param>
    public async Task<Outcome> AskAsync(string daySlug, string rallySlug, string from, string message, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var found = await (
            from d in context.Days.AsNoTracking()
            join r in context.Rallies.AsNoTracking() on d.Id equals r.DayId
            where d.Slug == daySlug && r.Slug == rallySlug && r.HiddenAt == null && r.MergedIntoId == null
            select new { Day = d, Rally = r }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return Outcome.NoSuchRally;
        if (
            found.Rally is not { ContactConfirmedAt: not null, SealedContact: { } contact }
            || sealing.TryOpen(contact) is not { } recipient
        )
            return Outcome.NobodyToAsk;
        if (!await letters.MayStillWriteAsync(context, recipient, clock.GetCurrentInstant(), KeptForLostLinks, cancellation))
            return Outcome.EnoughForToday;
        letters.AskedToJoin(context, recipient, found.Day, found.Rally, from, message);
        await context.SaveChangesAsync(cancellation);
        return Outcome.Asked;
    }

    public enum Outcome
    {
        Asked,
        NoSuchRally,

        /// <summary>Nobody has confirmed an address for that rally yet.</summary>
        NobodyToAsk,

        /// <summary>The organiser has had as many mails today as strangers may cause.</summary>
        EnoughForToday,
    }
}
