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
        var storing = new Storing(context, new Slug(plan.Source), clock.GetCurrentInstant());
        foreach (var line in plan.Lines.Where(l => l.IsWanted))
            await storing.StoreAsync(line.Said!, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var dispute in storing.Touched)
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
                            Notes = [ImportNote.Of(ImportFault.ChangedMeanwhile, l.Row, l.Said?.Gate ?? "")],
                        }
                ),
            ],
        };

    private sealed class Storing(RalliesContext context, Slug source, Instant now)
    {
        private readonly HashSet<int> touched = [];

        public IReadOnlyCollection<int> Touched => touched;

        public async Task StoreAsync(StrikeRow row, CancellationToken cancellation)
        {
            var dispute = await DisputeAsync(row, cancellation);
            dispute.Report(row.Union, row.Employer, row.Source, now);
            dispute.Describe(
                row.Demands ?? dispute.Demands,
                dispute.Help,
                row.Fund ?? dispute.StrikeFundUrl,
                row.Petition ?? dispute.PetitionUrl,
                now
            );
            var lines = await context.PicketLines.Where(l => l.DisputeId == dispute.Id).ToListAsync(cancellation);
            if (lines.Find(l => StrikeListPreview.IsThere(l, row)) is not { } line)
                context.PicketLines.Add(
                    new PicketLine(
                        dispute.Id,
                        new RallyTown(row.Town),
                        row.Gate,
                        null,
                        row.Days,
                        row.From,
                        row.To,
                        row.First,
                        row.Last,
                        now
                    )
                );
            else if (line.Stand(row.Days, row.From, row.To, row.First, row.Last, now))
                line.Confirm(now); // the list knows of it, and of its new hours
            await context.SaveChangesAsync(cancellation);
            touched.Add(dispute.Id);
        }

        private async Task<Dispute> DisputeAsync(StrikeRow row, CancellationToken cancellation)
        {
            var disputes = await context.Disputes.ToListAsync(cancellation);
            var known = await context.ImportedDisputes.Where(i => i.Source == source.Value).ToListAsync(cancellation);
            var byId = known.ToDictionary(i => i.ExternalId, i => i.DisputeId, StringComparer.Ordinal);
            var dispute = StrikeListPreview.DisputeOf(row, disputes, byId);
            if (dispute is null)
            {
                var taken = disputes.Select(d => d.Slug).ToHashSet(StringComparer.Ordinal);
                var slug = (Slug.From(row.Employer) ?? new Slug("dispute")).FirstFree(taken.Contains);
                dispute = new Dispute(slug, row.Union, row.Employer, DisputeStage.Action, row.Source, null, now);
                context.Disputes.Add(dispute);
                await context.SaveChangesAsync(cancellation);
            }
            if (row.ExternalId is { } id && !byId.ContainsKey(id))
                context.ImportedDisputes.Add(new ImportedDispute(source, id, dispute.Id));
            return dispute;
        }
    }
}
