using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Admins enter disputes; owners propose them, and an admin accepts. A dispute suspended rests all its picket lines.</summary>
public sealed class KeepDisputes(IDbContextFactory<RalliesContext> database, IClock clock, DisputeChange change, Happenings happenings)
{
    /// <param name="fromRallyId">The rally whose owner proposes it; null for an admin.</param>
    public async Task<int?> EnterAsync(HeldGrants held, int? fromRallyId, DisputeAsked asked, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryEnterAsync(held, fromRallyId, asked, cancellation);
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                // Somebody took the same slug in the same moment.
            }
        }
    }

    private async Task<int?> TryEnterAsync(HeldGrants held, int? fromRallyId, DisputeAsked asked, CancellationToken cancellation)
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
        await happenings.TellAsync(new Happening.DisputeChanged(dispute.Id));
        return dispute.Id;
    }

    /// <summary>All but the stage, which <see cref="ReachAsync"/> changes.</summary>
    public Task<Change> DescribeAsync(HeldGrants held, int disputeId, DisputeAsked asked, CancellationToken cancellation) =>
        change.MakeAsync(
            held,
            disputeId,
            (_, dispute, now) =>
            {
                dispute.Report(asked.Union, asked.Employer, asked.SourceUrl, now);
                dispute.Describe(asked.Demands, asked.Help, asked.StrikeFundUrl, asked.PetitionUrl, now);
                return true;
            },
            cancellation
        );

    public Task<Change> AcceptAsync(HeldGrants held, int disputeId, CancellationToken cancellation) =>
        change.MakeAsync(held, disputeId, (_, dispute, now) => dispute.Accept(now), cancellation);

    /// <summary>Called off, on again, settled: one action for every picket line of it.</summary>
    public Task<Change> ReachAsync(HeldGrants held, int disputeId, DisputeStage stage, CancellationToken cancellation) =>
        change.MakeAsync(held, disputeId, (_, dispute, now) => dispute.Reach(stage, now), cancellation);

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
