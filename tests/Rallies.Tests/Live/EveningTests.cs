using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

public sealed class EveningTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);

    [Fact]
    public void The_evening_is_the_sum_of_what_the_rallies_said()
    {
        FigureAt[] leeds = [At(0, FigureKind.Counted, 10), At(2, FigureKind.Counted, 30)];
        FigureAt[] goole = [At(1, FigureKind.Counted, 5), At(2, FigureKind.Counted, 4)];

        var evening = Evening.Of([leeds, goole]);

        Assert.Equal([(0, 10, 10), (1, 15, 15), (2, 34, 34)], Shown(evening.Steps));
    }

    [Fact]
    public void It_tells_apart_what_it_rests_on_and_adds_no_check_in_to_a_count()
    {
        FigureAt[] leeds = [At(0, FigureKind.CheckedIn, 8), At(2, FigureKind.Counted, 30)];
        FigureAt[] goole = [At(1, FigureKind.Estimated, 50, 70)];

        var last = Evening.Of([leeds, goole]).Steps[^1].Sources;

        Assert.Equal(new FigureSources { Counted = new(30, 30), Estimated = new(50, 70) }, last);
    }

    [Fact]
    public void The_last_total_of_a_minute_holds()
    {
        var evening = Evening.Nothing.With(six, Counted(3)).With(six + Duration.FromSeconds(20), Counted(5)).With(Minute(1), Counted(5));

        Assert.Equal([(0, 5, 5)], Shown(evening.Steps));
    }

    [Fact]
    public void A_clock_set_back_adds_no_minute()
    {
        var evening = Evening.Nothing.With(Minute(5), Counted(3)).With(Minute(2), Counted(8));

        Assert.Equal([(5, 8, 8)], Shown(evening.Steps));
    }

    [Fact]
    public void What_was_seen_stands_after_what_the_log_told()
    {
        var told = Evening.Of([
            [At(0, FigureKind.Counted, 10), At(3, FigureKind.Counted, 20), At(4, FigureKind.Counted, 21)],
        ]);
        var seen = Evening.Nothing.With(Minute(4), Counted(22));

        Assert.Equal([(0, 10, 10), (3, 20, 20), (4, 22, 22)], Shown(told.Then(seen).Steps));
    }

    [Fact]
    public void A_long_night_is_thinned_and_keeps_its_peak_and_its_end()
    {
        var evening = Enumerable
            .Range(1, 700)
            .Aggregate(Evening.Nothing, (night, minute) => night.With(Minute(minute), Counted(minute == 301 ? 9_000 : minute)));

        var few = evening.AtMost(100);

        Assert.True(few.Count <= 100, $"{few.Count} steps");
        Assert.Contains((301, 9_000, 9_000), Shown(few));
        Assert.Equal((700, 700, 700), Shown(few).Last());
    }

    private static IEnumerable<(int Minute, int Low, int High)> Shown(IEnumerable<EveningStep> steps) =>
        steps.Select(s => ((int)(s.Minute - six).TotalMinutes, s.Low, s.High));

    private static FigureSources Counted(int people) => new() { Counted = new(people, people) };

    private static FigureAt At(int minute, FigureKind kind, int low, int? high = null) =>
        new(Minute(minute), Headcount.Nobody with { Kind = kind, Low = low, High = high ?? low });

    private static Instant Minute(int minute) => six + Duration.FromMinutes(minute);
}
