using NodaTime;
using Rallies.Domain.Disputes;
using Rallies.Web.Words;

namespace Rallies.Web.Importing;

/// <summary>Finds what each row of a strike list does, in their order: what one row names, numbers or begins, the next finds so.</summary>
/// <param name="agreed">The marks of the rows that are wanted; null for all.</param>
internal sealed class StrikePlanning(KnownDisputes known, Said said, SaidWeek week, Instant now, IReadOnlySet<string>? agreed)
{
    private readonly List<StrikeStep> steps = [];

    /// <summary>What there is to store of the rows so far.</summary>
    public IReadOnlyList<StrikeStep> Steps => steps;

    public PlannedLine Plan(StrikeRow row)
    {
        var dispute = known.DisputeOf(row);
        var gate = dispute is null ? null : known.GateOf(dispute, row);
        if (gate is { FileLine: > 0 and var before })
            return Refused(ImportNote.Of(ImportFault.StandsTwice, row.FileLine, row.Gate, before));
        if (gate is null && known.OtherNumberOf(row, dispute) is { } number)
            return Refused(ImportNote.Of(ImportFault.TwoNumbers, row.FileLine, row.Gate, number));
        var planned = Compare(row, dispute is { Id: > 0 } ? dispute : null, gate?.Line);
        if (planned.IsWanted && agreed?.Contains(planned.Mark) == false)
            return planned with
            {
                What = WhatHappens.LeftAlone,
                Notes = [ImportNote.Of(ImportFault.ChangedMeanwhile, row.FileLine, row.Gate)],
            };
        dispute ??= known.Enter(row, now);
        if (planned.IsWanted)
            steps.Add(new StrikeStep(row, dispute, gate?.Line, known.Call(dispute, row)));
        known.Stand(dispute, row);
        return planned;
    }

    private PlannedLine Compare(StrikeRow row, Dispute? dispute, PicketLine? line)
    {
        IReadOnlyList<Difference> differences = [.. Numbered(dispute, row), .. Reported(dispute, row), .. Standing(line, row)];
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
    }

    private static PlannedLine Refused(ImportNote note) =>
        new()
        {
            FileLine = note.Line,
            What = WhatHappens.Refused,
            Notes = [note],
        };

    // A number that the list gives later has to be kept, or the dispute is not known by it once it is called otherwise.
    private IEnumerable<Difference> Numbered(Dispute? dispute, StrikeRow row) =>
        dispute is not null && row.ExternalId is { } id && !known.IsNumber(id) ? [new Difference("", id)] : [];

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

    private string When(WeekDays days, LocalTime from, LocalTime to, LocalDate first, LocalDate last) =>
        $"{week.Days(days)}, {week.Hours(from, to)}, {said.FullDate(first)} – {said.FullDate(last)}";

    private static Difference? Of(string before, string after) => before == after ? null : new Difference(before, after);
}
