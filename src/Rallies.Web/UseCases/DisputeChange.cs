using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>The one way in which a dispute and its picket lines are changed: ask the grant, change, commit, tell.</summary>
public sealed class DisputeChange(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    /// <param name="alter">Returns false when it was so already; the dispute's picket lines are loaded.</param>
    public async Task<Change> MakeAsync(
        HeldGrants held,
        int disputeId,
        Func<RalliesContext, Dispute, Instant, bool> alter,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.EnterDispute, null, cancellation) is null)
            return Change.NotAllowed;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Disputes.SingleOrDefaultAsync(d => d.Id == disputeId, cancellation) is not { } dispute)
            return Change.NotFound;
        await context.PicketLines.Where(l => l.DisputeId == disputeId).LoadAsync(cancellation);
        if (!alter(context, dispute, clock.GetCurrentInstant()))
            return Change.AlreadySo;
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.DisputeChanged(disputeId));
        return Change.Made;
    }
}
