using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Importing;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Importing;

namespace Rallies.Web.UseCases;

/// <summary>
/// Stores what a calendar says and somebody agreed to: all of it in one transaction, or nothing. Importing the same again stores nothing.
/// </summary>
public sealed class ImportEvents(IDbContextFactory<RalliesContext> database, IClock clock, ImportReading reading, Happenings happenings)
{
    /// <param name="agreed">The marks of the lines that were looked at and are wanted (<see cref="PlannedEvent.Mark"/>).</param>
    /// <returns>What was done, line by line; null when whoever asks may not.</returns>
    public Task<ImportPlan?> ImportAsync(
        HeldGrants held,
        ImportRequest request,
        IReadOnlySet<string> agreed,
        CancellationToken cancellation
    ) =>
        StoreAsync(
            context => GrantBook.AllowingAsync(context, held, Verb.ImportCalendar, null, cancellation),
            request,
            agreed,
            cancellation
        );

    /// <summary>The same for whoever runs the program; nobody can ask for it from outside.</summary>
    public async Task<ImportPlan> ImportOnServerAsync(ImportRequest request, IReadOnlySet<string> agreed, CancellationToken cancellation) =>
        (await StoreAsync(null, request, agreed, cancellation))!;

    private async Task<ImportPlan?> StoreAsync(
        Func<RalliesContext, Task<Grant?>>? ask,
        ImportRequest request,
        IReadOnlySet<string> agreed,
        CancellationToken cancellation
    )
    {
        var file = reading.Read(request, cancellation);
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.RaiseImportsAsync(cancellation); // from here on every other import waits for the commit
        if (ask is not null && await ask(context) is null)
            return null;
        var looked = await reading.PlanAsync(context, request, file, cancellation);
        var versions = new SortedDictionary<int, long>();
        foreach (var dayId in looked.Events.Where(e => e.IsWanted && agreed.Contains(e.Mark)).Select(e => e.DayId).Distinct().Order())
            versions[dayId] = await context.NextVersionAsync(dayId, cancellation);
        if (versions.Count == 0)
            return Done(looked, agreed, versions);

        // Now that nobody else can change those days, it is looked at once more.
        var plan = Done(await reading.PlanAsync(context, request, file, cancellation), agreed, versions);
        plan = plan with
        {
            Events = await new Storing(context, plan.Source, versions, clock.GetCurrentInstant()).StoreAsync(plan.Events, cancellation),
        };
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var dayId in versions.Keys)
            await happenings.TellAsync(new Happening.DayChanged(dayId));
        return plan;
    }

    // What is not as it was looked at, or was not wanted, is left alone.
    private static ImportPlan Done(ImportPlan plan, IReadOnlySet<string> agreed, SortedDictionary<int, long> versions) =>
        plan with
        {
            Events =
            [
                .. plan.Events.Select(e =>
                    !e.IsWanted || (agreed.Contains(e.Mark) && versions.ContainsKey(e.DayId))
                        ? e
                        : e with
                        {
                            What = WhatHappens.LeftAlone,
                            Notes = [ImportNote.Of(ImportFault.ChangedMeanwhile, e.Line, e.Summary)],
                        }
                ),
            ],
        };

    private sealed class Storing(RalliesContext context, string source, SortedDictionary<int, long> versions, Instant now)
    {
        public async Task<IReadOnlyList<PlannedEvent>> StoreAsync(IReadOnlyList<PlannedEvent> lines, CancellationToken cancellation)
        {
            var done = new List<PlannedEvent>(lines.Count);
            foreach (var line in lines)
                done.Add(await StoreAsync(line, cancellation));
            return done;
        }

        private async Task<PlannedEvent> StoreAsync(PlannedEvent line, CancellationToken cancellation)
        {
            switch (line.What)
            {
                case WhatHappens.Start:
                    return await StartAsync(line, line.Wanted!, cancellation);
                case WhatHappens.Change or WhatHappens.CallOff:
                    await ChangeAsync(line, cancellation);
                    return line;
                case WhatHappens.Same:
                    (await RecordAsync(line, cancellation)).Hear(line.Sequence, line.Stamp);
                    return line;
                default:
                    return line;
            }
        }

        private async Task<PlannedEvent> StartAsync(PlannedEvent line, WantedRally wanted, CancellationToken cancellation)
        {
            var taken = (
                await context.Rallies.Where(r => r.DayId == wanted.Day.Id).Select(r => r.Slug).ToListAsync(cancellation)
            ).ToHashSet(StringComparer.Ordinal);
            taken.UnionWith(Addresses.ReservedForRallies);
            var rally = new Rally(wanted.Day, wanted.Town.Slug.FirstFree(taken.Contains), new RallyTown(wanted.Town), wanted.Place, now);
            Fill(rally, wanted);
            context.Rallies.Add(rally);
            await context.SaveChangesAsync(cancellation);
            var record = new ImportedEvent(new Slug(source), line.Key.Uid, line.Key.RecurrenceId, rally.Id);
            record.Apply(line.Sequence, line.Stamp, wanted.Hash(), rally, now);
            context.ImportedEvents.Add(record);
            return line with { RallyId = rally.Id, Address = (wanted.Day.Slug, rally.Slug) };
        }

        private async Task ChangeAsync(PlannedEvent line, CancellationToken cancellation)
        {
            var rally = await context.Rallies.SingleAsync(r => r.Id == line.RallyId, cancellation);
            var record = await RecordAsync(line, cancellation);
            if (line.What == WhatHappens.CallOff)
                rally.CallOff("", now);
            else
            {
                rally.Revive(now);
                rally.MeetAt(line.Wanted!.Place, now);
                Fill(rally, line.Wanted);
            }
            rally.SeenAt(versions[rally.DayId]);
            record.Apply(line.Sequence, line.Stamp, line.Wanted?.Hash() ?? [], rally, now);
        }

        private void Fill(Rally rally, WantedRally wanted)
        {
            rally.KeepHours(wanted.OwnStart, wanted.OwnLength, now);
            rally.Describe(wanted.Name, wanted.Organiser ?? rally.Organiser, wanted.Description, rally.Capacity, now);
            rally.SeenAt(versions[wanted.Day.Id]);
        }

        private Task<ImportedEvent> RecordAsync(PlannedEvent line, CancellationToken cancellation) =>
            context.ImportedEvents.SingleAsync(
                i => i.Source == source && i.Uid == line.Key.Uid && i.RecurrenceId == line.Key.RecurrenceId,
                cancellation
            );
    }
}
