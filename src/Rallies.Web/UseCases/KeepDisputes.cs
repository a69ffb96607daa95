using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Admins enter disputes and their picket lines; owners propose them, and an admin accepts. A dispute suspended rests all its picket lines.</summary>
public sealed class KeepDisputes(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    /// <param name="fromRallyId">The rally whose owner proposes it; null for an admin.</param>
    public async Task<int?> EnterAsync(HeldGrants held, int? fromRallyId, DisputeAsked asked, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var verb = fromRallyId is null ? Verb.EnterDispute : Verb.ProposeDispute;
        if (await GrantBook.AllowingAsync(context, held, verb, fromRallyId, cancellation) is null)
            return null;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var stem = Slug.From(asked.Employer) ?? new Slug("dispute");
        var taken = (
            await context.Disputes.Where(d => d.Slug.StartsWith(stem.Value)).Select(d => d.Slug).ToListAsync(cancellation)
        ).ToHashSet();
        var dispute = new Dispute(
            stem.FirstFree(taken.Contains),
            asked.Union,
            asked.Employer,
            asked.Stage,
            asked.SourceUrl,
            fromRallyId,
            now
        );
        dispute.Describe(asked.Demands, asked.Help, asked.StrikeFundUrl, asked.PetitionUrl, now);
        context.Disputes.Add(dispute);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.DisputeChanged(dispute.Id), cancellation);
        return dispute.Id;
    }

    public Task<Change> AcceptAsync(HeldGrants held, int disputeId, CancellationToken cancellation) =>
        ChangeAsync(held, disputeId, (_, dispute, now) => dispute.Accept(now), cancellation);

    /// <summary>Called off, on again, settled: one action for every picket line of it.</summary>
    public Task<Change> ReachAsync(HeldGrants held, int disputeId, DisputeStage stage, CancellationToken cancellation) =>
        ChangeAsync(held, disputeId, (_, dispute, now) => dispute.Reach(stage, now), cancellation);

    public Task<Change> AddLineAsync(HeldGrants held, int disputeId, Func<Instant, PicketLine> line, CancellationToken cancellation) =>
        ChangeAsync(
            held,
            disputeId,
            (context, _, now) =>
            {
                context.PicketLines.Add(line(now));
                return true;
            },
            cancellation
        );

    /// <summary>Somebody was there and saw them.</summary>
    public Task<Change> ConfirmLineAsync(HeldGrants held, int disputeId, int lineId, CancellationToken cancellation) =>
        ChangeLineAsync(
            held,
            disputeId,
            lineId,
            (_, line, now) =>
            {
                line.Confirm(now);
                return true;
            },
            cancellation
        );

    public Task<Change> RemoveLineAsync(HeldGrants held, int disputeId, int lineId, CancellationToken cancellation) =>
        ChangeLineAsync(
            held,
            disputeId,
            lineId,
            (context, line, _) =>
            {
                context.PicketLines.Remove(line);
                return true;
            },
            cancellation
        );

    private Task<Change> ChangeLineAsync(
        HeldGrants held,
        int disputeId,
        int lineId,
        Func<RalliesContext, PicketLine, Instant, bool> alter,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            held,
            disputeId,
            (context, _, now) => context.PicketLines.Local.FirstOrDefault(l => l.Id == lineId) is { } line && alter(context, line, now),
            cancellation
        );

    private async Task<Change> ChangeAsync(
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
        await happenings.TellAsync(new Happening.DisputeChanged(disputeId), cancellation);
        return Change.Made;
    }

    /// <summary>Links are absolute http(s) addresses; the source is required.</summary>
    public sealed record DisputeAsked(
        string Union,
        string Employer,
        DisputeStage Stage,
        string SourceUrl,
        string Demands,
        string Help,
        string? StrikeFundUrl,
        string? PetitionUrl
    );
}
