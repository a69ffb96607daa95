using NodaTime;
using Rallies.Web.Public.Boards;

namespace Rallies.Tests.Boards;

/// <summary>The script draws the same from the same: tests/board/chart.test.ts.</summary>
public sealed class EveningChartTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);

    [Fact]
    public void The_evening_is_drawn_in_steps()
    {
        var chart = new EveningChart([new(Minute(-30), 100, 100), new(Minute(15), 400, 600)], six, Minute(46));

        Assert.Equal(Minute(-60), chart.From);
        Assert.Equal(Minute(120), chart.To);
        Assert.Equal(600, chart.Most);
        Assert.Equal("M0 218H131.3V187.3H328.3V95.3H464", chart.Low);
        Assert.Equal("M0 218H131.3V187.3H328.3V34H464V95.3H328.3V187.3H131.3V218H0Z", chart.Range);
    }

    [Fact]
    public void The_peak_is_marked_once_the_total_has_fallen()
    {
        Assert.Null(new EveningChart([new(Minute(5), 400, 600)], six, Minute(46)).Peak);
        Assert.Equal(600, new EveningChart([new(Minute(5), 400, 600), new(Minute(9), 380, 380)], six, Minute(46)).Peak?.High);
    }

    [Fact]
    public void A_long_night_says_fewer_hours()
    {
        var chart = new EveningChart([new(Minute(-80), 5, 5)], six, Minute(60 * 11));

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

    private static Instant Minute(int minute) => six + Duration.FromMinutes(minute);
}
