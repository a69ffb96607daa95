using NodaTime;
using Rallies.Domain.Disputes;

namespace Rallies.Tests.Domain;

public sealed class PicketLineTests
{
    private static readonly LocalDate monday = new(2028, 5, 29);

    [Fact]
    public void It_stands_on_its_days_within_its_span()
    {
        var line = Some.Line(1, WeekDays.Tuesday | WeekDays.Thursday, first: monday, last: monday.PlusDays(9));

        Assert.Equal([new(2028, 5, 30), new(2028, 6, 1), new(2028, 6, 6)], line.DaysBetween(monday.PlusDays(-30), monday.PlusDays(30)));
    }

    [Fact]
    public void A_day_left_out_is_left_out_once()
    {
        var line = Some.Line(1, WeekDays.All, first: monday, last: monday.PlusDays(1));

        Assert.True(line.StandsNotOn(monday, Some.Moment));
        Assert.False(line.StandsNotOn(monday, Some.Moment));

        Assert.Equal([monday.PlusDays(1)], line.DaysBetween(monday, monday.PlusDays(7)));
    }

    [Theory]
    [InlineData(0, PicketTrust.Confirmed)]
    [InlineData(6, PicketTrust.Confirmed)]
    [InlineData(7, PicketTrust.Doubtful)]
    [InlineData(13, PicketTrust.Doubtful)]
    [InlineData(14, PicketTrust.Archived)]
    public void Trust_fades_in_days(int days, PicketTrust expected)
    {
        var line = Some.Line(1);

        Assert.Equal(expected, line.TrustAt(Some.Moment + Duration.FromDays(days)));
    }

    [Fact]
    public void Whoever_saw_them_restores_the_trust()
    {
        var line = Some.Line(1);

        line.Confirm(Some.Moment + Duration.FromDays(20));

        Assert.Equal(PicketTrust.Confirmed, line.TrustAt(Some.Moment + Duration.FromDays(21)));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        var (six, ten) = (new LocalTime(6, 0), new LocalTime(10, 0));
        var line = Some.Line(1);

        Assert.Throws<ArgumentException>(() => line.Stand(WeekDays.None, six, ten, monday, monday, Some.Moment));
        Assert.Throws<ArgumentException>(() => line.Stand(WeekDays.All, ten, six, monday, monday, Some.Moment));
        Assert.Throws<ArgumentException>(() => line.Stand(WeekDays.All, six, six, monday, monday, Some.Moment));
        Assert.Throws<ArgumentException>(() => line.Stand(WeekDays.All, six, ten, monday, monday.PlusDays(-1), Some.Moment));
        Assert.Throws<ArgumentException>(() => line.Stand(WeekDays.All, six, ten, monday, monday.PlusDays(401), Some.Moment));
        Assert.Throws<ArgumentException>(() => line.Stand((WeekDays)128, six, ten, monday, monday, Some.Moment));
    }
}
