using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>The one way in which a rally is changed: raise the day's version, ask the grant, change, commit, tell.</summary>
public sealed class RallyChange(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    /// <summary>Writes whatever has happened since whoever asks last looked.</summary>
    public Task<Change> MakeAsync(
        HeldGrants held,
        Verb verb,
        int rallyId,
        Func<Rally, DayOfAction, Instant, bool> alter,
        CancellationToken cancellation
    ) => MakeAsync(held, verb, rallyId, null, alter, cancellation);

    /// <param name="seen">The rally's ChangedAt as whoever asks last saw it; null to write whatever has happened since.</param>
    /// <param name="alter">Returns false when it was so already.</param>
    public async Task<Change> MakeAsync(
        HeldGrants held,
        Verb verb,
        int rallyId,
        Instant? seen,
        Func<Rally, DayOfAction, Instant, bool> alter,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (
            await context.Rallies.Where(r => r.Id == rallyId).Select(r => (int?)r.DayId).SingleOrDefaultAsync(cancellation) is not { } dayId
        )
            return Change.NotFound;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId, cancellation);
        if (await GrantBook.AllowingAsync(context, held, verb, rallyId, cancellation) is null)
            return Change.NotAllowed;
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == dayId, cancellation);
        var rally = await context.Rallies.SingleAsync(r => r.Id == rallyId, cancellation);
        if (rally.IsMerged && verb is not (Verb.HideRally or Verb.RestoreRally))
            return Change.PartOfAnother;
        if (seen is { } last && rally.ChangedAt != last)
            return Change.ChangedMeanwhile;
        if (!alter(rally, day, clock.GetCurrentInstant()))
            return Change.AlreadySo;
        rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.RallyChanged(dayId, rallyId));
        return Change.Made;
    }
}
