using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Tests.Counting;

public sealed class FigureHistoryTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);
    private readonly Guid device = Guid.CreateVersion7();

    [Fact]
    public void Each_minute_says_what_had_arrived_by_its_end()
    {
        Tap[] taps = [In(10, 0, 5), In(4, 0, 50), In(6, 2, 0)];

        var history = FigureHistory.Of(taps, [], closedAt: null);

        Assert.Equal([(Minute(0), 14, 14), (Minute(2), 20, 20)], Shown(history));
    }

    [Fact]
    public void Check_ins_hold_until_a_door_counts()
    {
        CheckIn[] checkIns = [CheckIn(3, 0), CheckIn(5, 1)];

        var history = FigureHistory.Of([In(40, 2, 0)], checkIns, closedAt: null);

        Assert.Equal([(Minute(0), 3, 3), (Minute(1), 8, 8), (Minute(2), 40, 40)], Shown(history));
    }

    [Fact]
    public void A_correction_may_let_the_figure_fall()
    {
        var correction = In(1, 3, 0) with { Kind = TapKind.Correction, Low = 25, High = 30, Reason = "A coach counted twice." };

        var history = FigureHistory.Of([In(40, 0, 0), correction], [], closedAt: null);

        Assert.Equal([(Minute(0), 40, 40), (Minute(3), 25, 30)], Shown(history));
    }

    [Fact]
    public void An_estimate_that_a_door_confirms_rests_on_something_else_from_then_on()
    {
        var estimate = In(1, 0, 0) with { Kind = TapKind.Estimate, Low = 40, High = 40 };

        var history = FigureHistory.Of([estimate, In(40, 2, 0)], [], closedAt: null);

        Assert.Equal([(Minute(0), FigureKind.Estimated), (Minute(2), FigureKind.Counted)], history.Select(s => (s.Minute, s.Count.Kind)));
    }

    [Fact]
    public void A_minute_that_changes_nothing_is_passed_over()
    {
        var history = FigureHistory.Of([In(5, 0, 0), In(5, 1, 0) with { Kind = TapKind.Out }], [], closedAt: null);

        Assert.Equal([(Minute(0), 5, 5)], Shown(history));
    }

    private static IEnumerable<(Instant Minute, int Low, int High)> Shown(IEnumerable<FigureAt> history) =>
        history.Select(step => (step.Minute, step.Count.Low, step.Count.High));

    private static Instant Minute(int minute) => six + Duration.FromMinutes(minute);

    private Tap In(int count, int minute, int second)
    {
        var at = Minute(minute) + Duration.FromSeconds(second);
        return new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = 1,
            Kind = TapKind.In,
            Count = count,
            At = at,
            ReceivedAt = at,
            Device = device,
        };
    }

    private static CheckIn CheckIn(int people, int minute) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = 1,
            With = people - 1,
            ReceivedAt = Minute(minute),
            IsSure = true,
        };
}
