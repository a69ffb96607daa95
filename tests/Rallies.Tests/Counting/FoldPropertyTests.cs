using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Tests.Counting;

public sealed class FoldPropertyTests
{
    private static readonly Instant closing = Door.Six + Duration.FromMinutes(30);

    [Fact]
    public void The_same_taps_give_the_same_figures_in_whatever_order_and_however_often_they_arrive() =>
        Prop.ForAll(AnyNight.Taps(), night => Added(night.Arriving).Fold(default, closing) == new TapLog(night.Made).Fold(default, closing))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_network_that_brings_them_hours_late_changes_no_figure() =>
        Prop.ForAll(AnyNight.Taps(), night => Figures(Added(night.Arriving.Select(HoursLate))) == Figures(new TapLog(night.Made)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_fold_is_what_the_contract_says_word_for_word() =>
        Prop.ForAll(AnyNight.Taps(), night => Figures(Added(night.Arriving)) == WordForWord(night.Made)).QuickCheckThrowOnFailure();

    [Fact]
    public void Here_now_never_exceeds_the_peak_nor_the_peak_who_entered() =>
        Prop.ForAll(
                AnyNight.Taps(),
                night => Added(night.Arriving).Fold(default, null) is { HereNow: >= 0 } h && h.HereNow <= h.Peak && h.Peak <= h.Entered
            )
            .QuickCheckThrowOnFailure();

    // Folded at every arrival, as for the board, and now and then as if the counting had been closed: what is carried on has to be what
    // a fold of all of them gives.
    private static TapLog Added(IEnumerable<Tap> arriving)
    {
        var log = new TapLog();
        foreach (var (n, tap) in arriving.Index())
        {
            log.Add(tap);
            log.Fold(default, n % 5 == 4 ? closing : null);
        }
        return log;
    }

    private static Tap HoursLate(Tap tap) => tap with { ReceivedAt = tap.ReceivedAt + Duration.FromHours(1 + tap.Count % 7) };

    private static Headcount Figures(TapLog log) => log.Fold(default, null) with { AsOf = null };

    // Slow and plain: one sentence of the contract after the other.
    private static Headcount WordForWord(Tap[] made)
    {
        var order = made.OrderBy(t => t.PlacedAt).ThenBy(t => t.Id).ToList();
        bool IsUndone(Tap tap) =>
            made.Any(u =>
                u.Kind == TapKind.Undo && u.Undoes == tap.Id && u.Device == tap.Device && (u.PlacedAt - tap.PlacedAt).TotalMinutes <= 10
            );
        var valid = order.Where(t => !IsUndone(t)).ToList();
        var moves = valid.Where(t => t.Kind is TapKind.In or TapKind.Out).ToList();
        var steps = moves.Aggregate(
            new List<int> { 0 },
            (s, t) => [.. s, t.Kind == TapKind.In ? s[^1] + t.Count : Math.Max(0, s[^1] - t.Count)]
        );
        var entered = moves.Where(t => t.Kind == TapKind.In).Sum(t => t.Count);
        var estimate = valid.LastOrDefault(t => t.Kind == TapKind.Estimate);
        var correction = order.LastOrDefault(t => t.Kind == TapKind.Correction);
        var (kind, low, high) =
            correction is not null ? (FigureKind.Corrected, correction.Low!.Value, correction.High!.Value)
            : entered > 0 ? (FigureKind.Counted, steps.Max(), steps.Max())
            : estimate is not null ? (FigureKind.Estimated, estimate.Low!.Value, estimate.High!.Value)
            : (FigureKind.None, 0, 0);
        return new(kind, low, high, entered, steps[^1], steps.Max(), 0, moves.Select(t => t.Door).Distinct().Count(), 0, null);
    }
}
