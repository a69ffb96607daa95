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
        FigureAt[] leeds = [new(Minute(0), 10, 10), new(Minute(2), 30, 30)];
        FigureAt[] goole = [new(Minute(1), 5, 9), new(Minute(2), 4, 4)];

        var evening = Evening.Of([leeds, goole]);

        Assert.Equal([new(Minute(0), 10, 10), new(Minute(1), 15, 19), new(Minute(2), 34, 34)], evening.Steps);
    }

    [Fact]
    public void The_last_total_of_a_minute_holds()
    {
        var evening = Evening.Nothing.With(six, 3, 3).With(six + Duration.FromSeconds(20), 5, 6).With(Minute(1), 5, 6);

        Assert.Equal([new(six, 5, 6)], evening.Steps);
    }

    [Fact]
    public void A_clock_set_back_adds_no_minute()
    {
        var evening = Evening.Nothing.With(Minute(5), 3, 3).With(Minute(2), 8, 8);

        Assert.Equal([new(Minute(5), 8, 8)], evening.Steps);
    }

    [Fact]
    public void What_was_seen_stands_after_what_the_log_told()
    {
        var told = Evening.Of([
            [new(Minute(0), 10, 10), new(Minute(3), 20, 20), new(Minute(4), 21, 21)],
        ]);
        var seen = Evening.Nothing.With(Minute(4), 22, 22);

        Assert.Equal([new(Minute(0), 10, 10), new(Minute(3), 20, 20), new(Minute(4), 22, 22)], told.Then(seen).Steps);
    }

    [Fact]
    public void A_long_night_is_thinned_and_keeps_its_end()
    {
        var evening = Enumerable.Range(1, 700).Aggregate(Evening.Nothing, (night, minute) => night.With(Minute(minute), minute, minute));

        var few = evening.AtMost(100);

        Assert.True(few.Count <= 100, $"{few.Count} steps");
        Assert.Equal(new FigureAt(Minute(700), 700, 700), few[^1]);
    }

    private static Instant Minute(int minute) => six + Duration.FromMinutes(minute);
}
