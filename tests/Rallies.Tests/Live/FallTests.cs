using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

public sealed class FallTests
{
    private static readonly Instant six = Instant.FromUtc(2028, 6, 3, 17, 0);
    private readonly DayOfAction day = Some.Day();

    [Fact]
    public void The_log_tells_when_a_figure_fell_and_what_it_was()
    {
        FigureAt[] history = [At(0, FigureKind.Estimated, 600, 800), At(4, FigureKind.Counted, 380), At(9, FigureKind.Counted, 410)];

        var falls = Fall.Of(new CountedRally(Some.Rally(day), day, 0), history).ToList();

        var fall = Assert.Single(falls);
        Assert.Equal((Minute(4), 800, 380), (fall.At, fall.Before.Headcount.High, fall.Now.Headcount.High));
    }

    [Fact]
    public void Of_a_rally_called_off_the_log_tells_what_it_put_right_and_not_the_calling_off()
    {
        var rally = Some.Rally(day);
        rally.CallOff("The square is closed.", Minute(20));

        var falls = Fall.Of(new CountedRally(rally, day, 0), [At(0, FigureKind.Counted, 380), At(25, FigureKind.Corrected, 350)]).ToList();

        var fall = Assert.Single(falls);
        Assert.Equal((Minute(25), 380, 350), (fall.At, fall.Before.Headcount.High, fall.Now.Headcount.High));
    }

    private static FigureAt At(int minute, FigureKind kind, int low, int? high = null) =>
        new(Minute(minute), Headcount.Nobody with { Kind = kind, Low = low, High = high ?? low, AsOf = Minute(minute) });

    private static Instant Minute(int minute) => six + Duration.FromMinutes(minute);
}
