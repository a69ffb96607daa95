using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Live;
using Rallies.Web.Public.Boards;

namespace Rallies.Tests.Boards;

/// <summary>The script draws the same from the same: tests/board/chart.test.ts.</summary>
public sealed class EveningChartTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);

    [Fact]
    public void The_evening_is_drawn_in_steps()
    {
        var chart = new EveningChart([Counted(-30, 100), Some(15)], six, Minute(46));

        Assert.Equal(Minute(-60), chart.From);
        Assert.Equal(Minute(120), chart.To);
        Assert.Equal(600, chart.Most);
        Assert.Equal("M0 218H131.3V187.3H328.3V95.3H464", chart.Low);
        Assert.Equal("M0 218H131.3V187.3H328.3V34H464V95.3H328.3V187.3H131.3V218H0Z", chart.Range);
    }

    [Fact]
    public void It_begins_no_later_than_now()
    {
        Assert.Equal(Minute(-120), new EveningChart([], six, Minute(-90)).From);
    }

    [Fact]
    public void The_words_at_the_peak_stand_clear_of_the_scale()
    {
        Assert.Equal((327, "middle"), EveningChart.WordsAt(327, "Most 412, 6.04pm".Length));
        Assert.Equal((150, "start"), EveningChart.WordsAt(327, "Most 1,408,614–1,647,748, 6.14pm".Length));
        Assert.Equal((150, "start"), EveningChart.WordsAt(40, 16));
        Assert.Equal((700, "end"), EveningChart.WordsAt(700, 16));
        Assert.Equal((150, "start"), EveningChart.WordsAt(600, "Most 1,408,614–1,647,748, 10.44pm".Length));
    }

    [Fact]
    public void Under_the_line_lies_what_it_rests_on()
    {
        var chart = new EveningChart([Counted(-30, 100), Some(15)], six, Minute(46));

        Assert.Equal(
            [
                (FigureKind.Estimated, "M0 218H131.3V187.3H328.3V95.3H464V218H0Z"),
                (FigureKind.CheckedIn, ""),
                (FigureKind.Corrected, ""),
                (FigureKind.Counted, "M0 218H131.3V187.3H328.3V126H464V218H0Z"),
            ],
            chart.Layers
        );
    }

    [Fact]
    public void The_peak_is_the_first_minute_at_which_it_was_most()
    {
        Assert.Null(new EveningChart([], six, Minute(46)).Peak);
        Assert.Equal(Minute(15), new EveningChart([Some(15)], six, Minute(46)).Peak?.Minute);
        Assert.Equal(Minute(15), new EveningChart([Some(15), Counted(19, 380), Counted(22, 600)], six, Minute(46)).Peak?.Minute);
    }

    [Fact]
    public void The_words_tell_the_hours_the_peak_and_the_end()
    {
        var chart = new EveningChart([Counted(50, 400), Counted(70, 600), Counted(130, 500)], six, Minute(135) + Duration.FromSeconds(20));

        Assert.Equal(
            [(60, 400, false), (70, 600, true), (120, 600, false), (135, 500, false)],
            chart.Moments.Select(m => ((int)(m.At - six).TotalMinutes, m.Step.High, m.IsPeak))
        );
    }

    [Fact]
    public void A_long_night_says_fewer_hours()
    {
        var chart = new EveningChart([Counted(-80, 5)], six, Minute(60 * 11));

        Assert.Equal((Minute(-120), 3), (chart.From, chart.HourStep));
        Assert.Equal(Minute(-120 + 15 * 60), chart.To);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(87, 90)]
    [InlineData(12_345, 15_000)]
    [InlineData(67_396, 70_000)]
    [InlineData(70_000, 70_000)]
    public void The_top_of_the_scale_is_a_round_number(int people, int top) => Assert.Equal(top, EveningChart.TopFor(people));

    private static EveningStep Counted(int minute, int people) => new(Minute(minute), new() { Counted = new(people, people) });

    private static EveningStep Some(int minute) => new(Minute(minute), new() { Counted = new(300, 300), Estimated = new(100, 300) });

    private static Instant Minute(int minute) => six + Duration.FromMinutes(minute);
}
