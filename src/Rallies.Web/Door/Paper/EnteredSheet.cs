using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Door.Paper;

/// <summary>What the log holds of a tally sheet.</summary>
/// <param name="log">Every tap of the sheet's own device.</param>
public sealed class EnteredSheet(IReadOnlyCollection<Tap> log)
{
    /// <summary>Changes with every entry: who replaces one has to have seen it.</summary>
    public int Mark => log.Count;

    /// <summary>Those of a cell that nobody took back.</summary>
    public IReadOnlyList<Tap> Standing(Quarter quarter, TapKind kind) =>
        [.. All(quarter, kind).Where(tap => !log.Any(undo => undo.Cancels(tap)))];

    /// <summary>Cells in which other numbers stand than were typed; what was left empty says nothing.</summary>
    public IReadOnlyList<OtherNumber> Differing(PaperAnswers typed, IEnumerable<Quarter> quarters) =>
        [
            .. from quarter in quarters
            from kind in PaperTaps.Kinds
            let before = Standing(quarter, kind).Sum(t => t.Count)
            where before > 0 && typed.Of(quarter, kind) is { } now && now != before
            select new OtherNumber(quarter, kind, before, typed.Of(quarter, kind)!.Value),
        ];

    /// <summary>A cell that was typed was entered before, whether or not it was taken back since.</summary>
    public bool Knows(PaperAnswers typed, IEnumerable<Quarter> quarters) =>
        quarters.Any(quarter => PaperTaps.Kinds.Any(kind => typed.Of(quarter, kind) is not null && All(quarter, kind).Any()));

    /// <summary>Nothing of it was entered more than ten minutes ago, and counting is not closed: afterwards there are only corrections.</summary>
    public bool MayBeReplaced(IEnumerable<OtherNumber> differing, CountingHours hours, Instant now) =>
        hours.ClosedAt is null
        && differing.SelectMany(cell => Standing(cell.Quarter, cell.Kind)).All(tap => now - tap.ReceivedAt <= Tap.UndoWithin);

    internal int Taps(Quarter quarter, TapKind kind) => All(quarter, kind).Count();

    private IEnumerable<Tap> All(Quarter quarter, TapKind kind) =>
        log.Where(tap => tap.Kind == kind && tap.At >= quarter.From && tap.At < quarter.From + Quarter.Lasts);
}
