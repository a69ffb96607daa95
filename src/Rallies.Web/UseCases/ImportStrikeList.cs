using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Importing;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Importing;

namespace Rallies.Web.UseCases;

/// <summary>Stores what a strike list says and somebody agreed to: all of it in one transaction, or nothing.</summary>
public sealed class ImportStrikeList(
    IDbContextFactory<RalliesContext> database,
    IClock clock,
    StrikeListPreview preview,
    KeepShifts shifts,
    Happenings happenings
)
{
    /// <param name="agreed">The marks of the rows that were looked at and are wanted (<see cref="PlannedLine.Mark"/>).</param>
    /// <returns>What was done, row by row; null when whoever asks may not enter disputes, which is what a list does.</returns>
    public Task<StrikePlan?> ImportAsync(
        HeldGrants held,
        ImportRequest request,
        IReadOnlySet<string> agreed,
        CancellationToken cancellation
    ) =>
        StoreAsync(context => GrantBook.AllowingAsync(context, held, Verb.EnterDispute, null, cancellation), request, agreed, cancellation);

    /// <summary>The same for whoever runs the program; nobody can ask for it from outside.</summary>
    public async Task<StrikePlan> ImportOnServerAsync(ImportRequest request, IReadOnlySet<string> agreed, CancellationToken cancellation) =>
        (await StoreAsync(null, request, agreed, cancellation))!;

    private async Task<StrikePlan?> StoreAsync(
        Func<RalliesContext, Task<Grant?>>? ask,
        ImportRequest request,
        IReadOnlySet<string> agreed,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.RaiseImportsAsync(cancellation); // from here on every other import waits for the commit
        if (ask is not null && await ask(context) is null)
            return null;
        var plan = Agreed(await preview.OfAsync(context, request, cancellation), agreed);
        if (!plan.Lines.Any(l => l.IsWanted))
            return plan;
        var known = await KnownDisputes.LoadAsync(context, plan.Source, cancellation);
        var storing = new Storing(context, known, new Slug(plan.Source), clock.GetCurrentInstant());
        var touched = await storing.StoreAsync([.. plan.Lines.Where(l => l.IsWanted).Select(l => l.Said!)], cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var dispute in touched)
        {
            await shifts.KeepAsync(dispute, cancellation);
            await happenings.TellAsync(new Happening.DisputeChanged(dispute));
        }
        return plan;
    }

    private static StrikePlan Agreed(StrikePlan plan, IReadOnlySet<string> agreed) =>
        plan with
        {
            Lines =
            [
                .. plan.Lines.Select(l =>
                    !l.IsWanted || agreed.Contains(l.Mark)
                        ? l
                        : l with
                        {
                            What = WhatHappens.LeftAlone,
                            Notes = [ImportNote.Of(ImportFault.ChangedMeanwhile, l.FileLine, l.Said?.Gate ?? "")],
                        }
                ),
            ],
        };

    private sealed class Storing(RalliesContext context, KnownDisputes known, Slug source, Instant now)
    {
        private readonly List<(Dispute Dispute, string ExternalId)> numbered = [];

        /// <returns>The disputes that it is about.</returns>
        public async Task<IReadOnlySet<int>> StoreAsync(IReadOnlyList<StrikeRow> rows, CancellationToken cancellation)
        {
            var disputes = rows.Select(Report).ToList();
            await context.SaveChangesAsync(cancellation); // picket lines name their dispute by its id, which a new one has now
            context.ImportedDisputes.AddRange(numbered.Select(n => new ImportedDispute(source, n.ExternalId, n.Dispute.Id)));
            foreach (var (row, dispute) in rows.Zip(disputes))
                Stand(dispute, row);
            await context.SaveChangesAsync(cancellation);
            return disputes.Select(d => d.Id).ToHashSet();
        }

        private Dispute Report(StrikeRow row)
        {
            var dispute = known.DisputeOf(row) ?? Enter(row);
            dispute.Report(row.Union, row.Employer, row.Source, now);
            dispute.Describe(
                row.Demands ?? dispute.Demands,
                dispute.Help,
                row.Fund ?? dispute.StrikeFundUrl,
                row.Petition ?? dispute.PetitionUrl,
                now
            );
            known.Add(dispute);
            if (row.ExternalId is { } id && known.Identify(dispute, id))
                numbered.Add((dispute, id));
            return dispute;
        }

        private Dispute Enter(StrikeRow row)
        {
            var slug = (Slug.From(row.Employer) ?? new Slug("dispute")).FirstFree(known.IsTaken);
            var dispute = new Dispute(slug, row.Union, row.Employer, DisputeStage.Action, row.Source, null, now);
            context.Disputes.Add(dispute);
            return dispute;
        }

        private void Stand(Dispute dispute, StrikeRow row)
        {
            if (known.LineOf(dispute, row) is not { } line)
            {
                line = new(dispute.Id, new RallyTown(row.Town), row.Gate, null, row.Days, row.From, row.To, row.First, row.Last, now);
                context.PicketLines.Add(line);
                known.Add(dispute, line);
            }
            else if (line.Stand(row.Days, row.From, row.To, row.First, row.Last, now))
                line.Confirm(now); // the list knows of it, and of its new hours
        }
    }
}
