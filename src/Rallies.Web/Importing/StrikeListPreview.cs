using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Towns;
using Rallies.Web.Words;

namespace Rallies.Web.Importing;

/// <summary>Shows what importing a strike list would do.</summary>
public sealed class StrikeListPreview(IDbContextFactory<RalliesContext> database, Gazetteer gazetteer, Said said, SaidWeek week)
{
    public async Task<bool> MayImportAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await GrantBook.AllowingAsync(context, held, Verb.EnterDispute, null, cancellation) is not null;
    }

    public async Task<StrikePlan> OfAsync(ImportRequest request, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await OfAsync(context, request, cancellation);
    }

    /// <summary>Changes nothing in the database, and reads it as the context's transaction sees it.</summary>
    public async Task<StrikePlan> OfAsync(RalliesContext context, ImportRequest request, CancellationToken cancellation)
    {
        var source = Slug.From(request.Source) ?? Slug.From(request.CameFrom) ?? new Slug("strike-list");
        var list = StrikeList.Read(request.Octets, gazetteer);
        var known = await KnownDisputes.LoadAsync(context, source.Value, cancellation);
        var planned = list.Rows.Select(row =>
        {
            var dispute = known.DisputeOf(row);
            var line = dispute is null ? null : known.LineOf(dispute, row);
            IReadOnlyList<Difference> differences = [.. Identified(dispute, known, row), .. Reported(dispute, row), .. Standing(line, row)];
            return new PlannedLine
            {
                FileLine = row.FileLine,
                Said = row,
                When = When(row.Days, row.From, row.To, row.First, row.Last),
                DisputeId = dispute?.Id,
                LineId = line?.Id,
                Differences = differences,
                What =
                    line is null ? WhatHappens.Start
                    : differences.Count > 0 ? WhatHappens.Change
                    : WhatHappens.Same,
            };
        });
        var refused = list.Refused.Select(r => new PlannedLine
        {
            FileLine = r.Key,
            What = WhatHappens.Refused,
            Notes = r.Value,
        });
        return new StrikePlan(source.Value)
        {
            IsRefused = list.IsRefused,
            Notes = list.Notes,
            Lines = [.. planned.Concat(refused).OrderBy(l => l.FileLine)],
        };
    }

    // A number that the list gives later has to be kept, or the dispute is not known by it once it is called otherwise.
    private static IEnumerable<Difference> Identified(Dispute? dispute, KnownDisputes known, StrikeRow row) =>
        dispute is not null && row.ExternalId is { } id && !known.IsIdentified(id) ? [new Difference("", id)] : [];

    private static IEnumerable<Difference> Reported(Dispute? dispute, StrikeRow row) =>
        dispute is null
            ? []
            : new[]
            {
                Of(dispute.Union, row.Union),
                Of(dispute.Employer, row.Employer),
                Of(dispute.SourceUrl, row.Source),
                Of(dispute.Demands, row.Demands ?? dispute.Demands),
                Of(dispute.StrikeFundUrl ?? "", row.Fund ?? dispute.StrikeFundUrl ?? ""),
                Of(dispute.PetitionUrl ?? "", row.Petition ?? dispute.PetitionUrl ?? ""),
            }.OfType<Difference>();

    private IEnumerable<Difference> Standing(PicketLine? line, StrikeRow row) =>
        line is not null
        && Of(When(line.Days, line.From, line.To, line.First, line.Last), When(row.Days, row.From, row.To, row.First, row.Last))
            is { } difference
            ? [difference]
            : [];

    private string When(WeekDays days, NodaTime.LocalTime from, NodaTime.LocalTime to, NodaTime.LocalDate first, NodaTime.LocalDate last) =>
        $"{week.Days(days)}, {week.Hours(from, to)}, {said.FullDate(first)} – {said.FullDate(last)}";

    private static Difference? Of(string before, string after) => before == after ? null : new Difference(before, after);
}
