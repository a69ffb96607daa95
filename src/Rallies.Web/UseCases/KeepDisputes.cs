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
        ChangeAsync(
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
        ChangeAsync(held, disputeId, (_, dispute, now) => dispute.Accept(now), cancellation);

    /// <summary>Called off, on again, settled: one action for every picket line of it.</summary>
    public Task<Change> ReachAsync(HeldGrants held, int disputeId, DisputeStage stage, CancellationToken cancellation) =>
        ChangeAsync(held, disputeId, (_, dispute, now) => dispute.Reach(stage, now), cancellation);

    /// <exception cref="ArgumentException">The line is another dispute's.</exception>
    public Task<Change> AddLineAsync(HeldGrants held, int disputeId, Func<Instant, PicketLine> line, CancellationToken cancellation) =>
        ChangeAsync(
            held,
            disputeId,
            (context, _, now) =>
            {
                var added = line(now);
                if (added.DisputeId != disputeId)
                    throw new ArgumentException("The line is another dispute's.", nameof(line));
                context.PicketLines.Add(added);
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
            (line, now) =>
            {
                line.Confirm(now);
                return true;
            },
            cancellation
        );

    /// <summary>Other days or hours; calendars keep the shifts and move them.</summary>
    public Task<Change> AlterLineAsync(HeldGrants held, int disputeId, int lineId, LineRule rule, CancellationToken cancellation) =>
        ChangeLineAsync(
            held,
            disputeId,
            lineId,
            (line, now) => line.Stand(rule.Days, rule.From, rule.To, rule.First, rule.Last, now),
            cancellation
        );

    /// <summary>Nobody stands that day, although the rule says so.</summary>
    public Task<Change> LeaveOutAsync(HeldGrants held, int disputeId, int lineId, LocalDate date, CancellationToken cancellation) =>
        ChangeLineAsync(held, disputeId, lineId, (line, now) => line.StandsNotOn(date, now), cancellation);

    public Task<Change> RemoveLineAsync(HeldGrants held, int disputeId, int lineId, CancellationToken cancellation) =>
        ChangeLineAsync(held, disputeId, lineId, (line, now) => line.Remove(now), cancellation);

    private async Task<Change> ChangeLineAsync(
        HeldGrants held,
        int disputeId,
        int lineId,
        Func<PicketLine, Instant, bool> alter,
        CancellationToken cancellation
    )
    {
        var isKnown = true;
        var change = await ChangeAsync(
            held,
            disputeId,
            (context, _, now) =>
            {
                var line = context.PicketLines.Local.FirstOrDefault(l => l.Id == lineId);
                isKnown = line is not null;
                return line is not null && alter(line, now);
            },
            cancellation
        );
        return isKnown ? change : Change.NotFound;
    }

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
        await happenings.TellAsync(new Happening.DisputeChanged(disputeId));
        return Change.Made;
    }

    /// <summary>When a picket line stands, as of <see cref="PicketLine"/>.</summary>
    public sealed record LineRule(WeekDays Days, LocalTime From, LocalTime To, LocalDate First, LocalDate Last);

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
