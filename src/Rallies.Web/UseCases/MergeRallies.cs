using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Merging;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>
/// Two rallies of one day become one: pledges go to the one that stays, the other's address leads there, and its calendars say so. For
/// seven days it can be undone, and then everything is as it was.
/// </summary>
public sealed class MergeRallies(
    IDbContextFactory<RalliesContext> database,
    IClock clock,
    Sealing sealing,
    Letters letters,
    Happenings happenings
)
{
    /// <param name="because">Told to the organisers of both; never empty.</param>
    public async Task<Outcome> MergeAsync(HeldGrants held, int mergedId, int survivorId, string because, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (
            await DayOfAsync(context, mergedId, cancellation) is not { } dayId
            || await DayOfAsync(context, survivorId, cancellation) != dayId
        )
            return new Outcome.NotFound();

        // From here on whoever would change either waits for the commit: a pledge goes to the one or to the other.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId, cancellation);
        if (!await MayAsync(context, held, mergedId, survivorId, cancellation))
            return new Outcome.NotAllowed();
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == dayId, cancellation);
        var merged = await context.Rallies.SingleAsync(r => r.Id == mergedId, cancellation);
        var survivor = await context.Rallies.SingleAsync(r => r.Id == survivorId, cancellation);
        if (merged.MergedIntoId == survivorId)
            return new Outcome.AlreadySo();
        var now = clock.GetCurrentInstant();
        var hasCount = await context.HasCountAsync(mergedId, survivorId, cancellation);
        if (Merger.ObstacleTo(day, merged, survivor, hasCount, now) is { } obstacle)
            return new Outcome.Refused(obstacle);

        merged.MergeInto(survivor, because, now);
        merged.SeenAt(version);
        survivor.SeenAt(version);
        await context
            .Pledges.Where(p => p.RallyId == mergedId)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.RallyId, survivorId), cancellation);
        await TellOwnersAsync(context, day, merged, survivor, now, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await TellAsync(dayId, mergedId, survivorId);
        return new Outcome.Made();
    }

    /// <summary>One of its own again: those who pledged for it come back, but for those who withdrew; and its address is its own.</summary>
    public async Task<Outcome> UndoAsync(HeldGrants held, int mergedId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await DayOfAsync(context, mergedId, cancellation) is not { } dayId)
            return new Outcome.NotFound();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId, cancellation);
        var merged = await context.Rallies.SingleAsync(r => r.Id == mergedId, cancellation);
        if (!await MayAsync(context, held, mergedId, merged.MergedIntoId ?? mergedId, cancellation))
            return new Outcome.NotAllowed();
        var now = clock.GetCurrentInstant();
        if (merged.MergedIntoId is not { } into)
            return new Outcome.AlreadySo();
        if (now >= Merger.UndoneUntil(merged))
            return new Outcome.Refused(MergeObstacle.TooLate);

        var merges = await context.MergesAsync(cancellation);
        var (parts, survivorId) = (merges.PartsOf(mergedId), merges.SurvivorOf(mergedId));
        var survivor = await context.Rallies.SingleAsync(r => r.Id == survivorId, cancellation);
        merged.Part(now);
        merged.SeenAt(version);
        survivor.SeenAt(version);
        // By what they pledged for and not by when they came over: whatever was merged since goes along, and nothing else does.
        await context
            .Pledges.Where(p => parts.Contains(p.FirstRallyId))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.RallyId, mergedId), cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await TellAsync(dayId, mergedId, survivorId, into);
        return new Outcome.Made();
    }

    private static Task<int?> DayOfAsync(RalliesContext context, int rallyId, CancellationToken cancellation) =>
        context.Rallies.Where(r => r.Id == rallyId).Select(r => (int?)r.DayId).SingleOrDefaultAsync(cancellation);

    // Nobody gives away another's rally, and nobody is given one unasked.
    private static async Task<bool> MayAsync(RalliesContext context, HeldGrants held, int one, int other, CancellationToken cancellation) =>
        await GrantBook.AllowingAsync(context, held, Verb.MergeRallies, one, cancellation) is not null
        && await GrantBook.AllowingAsync(context, held, Verb.MergeRallies, other, cancellation) is not null;

    private async Task TellOwnersAsync(
        RalliesContext context,
        DayOfAction day,
        Rally merged,
        Rally survivor,
        Instant now,
        CancellationToken cancellation
    )
    {
        foreach (var own in new[] { merged, survivor })
            if (
                own is { ContactConfirmedAt: not null, SealedContact: { } contact }
                && sealing.TryOpen(contact) is { } recipient
                && await letters.MayStillWriteAsync(context, recipient, now, cancellation)
            )
            {
                letters.RalliesMerged(context, recipient, day, merged, survivor, own.Id == survivor.Id);
                await context.SaveChangesAsync(cancellation); // the same person may own both: each letter counts
            }
    }

    private async Task TellAsync(int dayId, params int[] rallies)
    {
        foreach (var rallyId in rallies.Distinct())
            await happenings.TellAsync(new Happening.RallyChanged(dayId, rallyId));
    }

    public abstract record Outcome
    {
        public sealed record Made : Outcome;

        /// <summary>It was so already; nothing was written and nobody is told.</summary>
        public sealed record AlreadySo : Outcome;

        /// <summary>Whoever asked may not do it at both.</summary>
        public sealed record NotAllowed : Outcome;

        /// <summary>There is no such rally, or they are of different days.</summary>
        public sealed record NotFound : Outcome;

        public sealed record Refused(MergeObstacle Why) : Outcome;
    }
}
