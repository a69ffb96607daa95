using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>"I'm coming": pledged once however often it is sent, and reached by mail only once the address's owner has said so.</summary>
public sealed class PledgeToCome(
    IDbContextFactory<RalliesContext> database,
    IClock clock,
    PledgeSecrets secrets,
    AskToConfirm ask,
    Happenings happenings
)
{
    /// <param name="id">Made by the device; the same again changes nothing and gets the same answer.</param>
    /// <param name="mail">Null when they gave none. It gets one mail asking to confirm, and nothing more until its button is pressed.</param>
    public async Task<Outcome> PledgeAsync(string day, string town, Guid id, int bringing, string? mail, CancellationToken cancellation)
    {
        try
        {
            return await TryAsync(day, town, id, bringing, mail, cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The same id for two days in one moment: a day's version keeps only its own writers apart.
            return await TryAsync(day, town, id, bringing, mail, cancellation);
        }
    }

    private async Task<Outcome> TryAsync(string daySlug, string town, Guid id, int bringing, string? mail, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var dayId = await context.Days.Where(d => d.Slug == daySlug).Select(d => (int?)d.Id).SingleOrDefaultAsync(cancellation);
        if (dayId is null || !await context.Rallies.AnyAsync(r => r.DayId == dayId && r.Slug == town, cancellation))
            return new Outcome.NoSuchRally();

        // From here on every other writer of that day waits for the commit: whatever is read holds until then.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId.Value, cancellation);
        var rally = await context.Rallies.SingleOrDefaultAsync(
            r => r.DayId == dayId && r.Slug == town && r.HiddenAt == null && r.MergedIntoId == null,
            cancellation
        );
        if (rally is null)
            return new Outcome.NoSuchRally();
        var secret = secrets.OfPledge(id);
        if (await context.Pledges.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is { } known)
            return known.Repeats(rally.Id, bringing, mail is null ? null : ask.HashOf(mail))
                ? new Outcome.AlreadyPledged(await context.Pledges.PeopleAsync(rally.Id, cancellation), secret)
                : new Outcome.IdReused(known.RallyId == rally.Id ? secret : null);
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == dayId, cancellation);
        var now = clock.GetCurrentInstant();
        if (!Taking.Takes(day, rally, now))
            return new Outcome.NotTaking();

        var pledge = new Pledge(id, rally.Id, bringing, secret.Hash(), now);
        pledge.Know(rally.Sequence);
        context.Pledges.Add(pledge);
        if (mail is not null)
            await ask.AskAsync(context, pledge, mail, day, rally, now, cancellation);
        rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
        var people = await context.Pledges.PeopleAsync(rally.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.PledgesChanged(day.Id, rally.Id));
        return new Outcome.Pledged(people, secret);
    }

    public abstract record Outcome
    {
        /// <param name="People">The rally's total in people, this pledge included.</param>
        public sealed record Pledged(int People, Secret Withdraw) : Outcome;

        public sealed record AlreadyPledged(int People, Secret Withdraw) : Outcome;

        public sealed record NoSuchRally : Outcome;

        /// <summary>The rally or its day is called off, postponed without a new date, or over.</summary>
        public sealed record NotTaking : Outcome;

        /// <summary>The id has been used with other content.</summary>
        /// <param name="Known">Of the earlier pledge, when it is for the same rally.</param>
        public sealed record IdReused(Secret? Known) : Outcome;
    }
}
