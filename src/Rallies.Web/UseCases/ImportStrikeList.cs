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
        var now = clock.GetCurrentInstant();
        var (plan, steps) = await preview.OfAsync(context, request, now, agreed, cancellation);
        if (steps.Count == 0)
            return plan;
        var touched = await StoreAsync(context, new Slug(plan.Source), steps, now, cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var dispute in touched)
        {
            await shifts.KeepAsync(dispute, cancellation);
            await happenings.TellAsync(new Happening.DisputeChanged(dispute));
        }
        return plan;
    }

    /// <returns>The disputes that it is about.</returns>
    private static async Task<IReadOnlySet<int>> StoreAsync(
        RalliesContext context,
        Slug source,
        IReadOnlyList<StrikeStep> steps,
        Instant now,
        CancellationToken cancellation
    )
    {
        foreach (var (row, dispute, _, _) in steps)
        {
            if (dispute.Id == 0)
                context.Disputes.Add(dispute);
            Report(dispute, row, now);
        }
        await context.SaveChangesAsync(cancellation); // picket lines name their dispute by its id, which a new one has now
        foreach (var (row, dispute, line, isNumbered) in steps)
        {
            if (isNumbered)
                context.ImportedDisputes.Add(new ImportedDispute(source, row.ExternalId!, dispute.Id));
            if (line is null)
                context.PicketLines.Add(
                    new(dispute.Id, new RallyTown(row.Town), row.Gate, null, row.Days, row.From, row.To, row.First, row.Last, now)
                );
            else if (line.Stand(row.Days, row.From, row.To, row.First, row.Last, now))
                line.Confirm(now); // the list knows of it, and of its new hours
        }
        await context.SaveChangesAsync(cancellation);
        return steps.Select(s => s.Dispute.Id).ToHashSet();
    }

    private static void Report(Dispute dispute, StrikeRow row, Instant now)
    {
        dispute.Report(row.Union, row.Employer, row.Source, now);
        dispute.Describe(
            row.Demands ?? dispute.Demands,
            dispute.Help,
            row.Fund ?? dispute.StrikeFundUrl,
            row.Petition ?? dispute.PetitionUrl,
            now
        );
    }
}
