using NodaTime;
using Rallies.Domain.Counting;
using static Rallies.Tests.Counting.Door;

namespace Rallies.Tests.Counting;

public sealed class TapLogTests
{
    private readonly Door north = new("North");
    private readonly Door south = new("South");

    [Fact]
    public void A_square_that_fills_and_empties_has_a_peak()
    {
        var headcount = Fold(north.In(50, 0), south.In(30, 5), north.Out(40, 20), south.In(5, 30));

        Assert.Equal(
            new(FigureKind.Counted, 80, 80, 85, 45, 80, 0, 2, 0, Six + Duration.FromMinutes(30) + Duration.FromMilliseconds(200)),
            headcount
        );
    }

    [Fact]
    public void A_tap_that_arrives_late_may_lower_the_peak()
    {
        var (first, second, left) = (north.In(50, 0), north.In(30, 10), south.Out(20, 5));

        Assert.Equal(80, Fold(first, second).Peak);
        Assert.Equal(60, Fold(first, second, left).Peak);
    }

    [Fact]
    public void Nobody_is_ever_fewer_than_nobody()
    {
        var headcount = Fold(north.Out(50, 0), north.In(3, 1));

        Assert.Equal(3, headcount.HereNow);
    }

    [Fact]
    public void An_undo_may_arrive_before_what_it_undoes()
    {
        var mistake = north.In(50, 0);

        Assert.Equal(2, Fold(north.Undo(mistake, 1), mistake, north.In(2, 2)).Entered);
    }

    [Fact]
    public void A_second_undo_has_no_effect()
    {
        var mistake = north.In(50, 0);

        Assert.Equal(7, Fold(north.In(7, 0), mistake, north.Undo(mistake, 1), north.Undo(mistake, 2)).Entered);
    }

    [Fact]
    public void A_phone_undoes_its_own_taps_only()
    {
        var counted = north.In(50, 0);

        Assert.Equal(50, Fold(counted, south.Undo(counted, 1)).Entered);
    }

    [Fact]
    public void An_undo_of_a_tap_eleven_minutes_old_has_no_effect_even_if_it_came_first()
    {
        var counted = north.In(50, 0);

        Assert.Equal(50, Fold(north.Undo(counted, 11), counted).Entered);
    }

    [Fact]
    public void A_count_at_the_doors_goes_before_an_estimate_and_a_correction_before_both()
    {
        var (estimate, count, correction) = (north.Estimate(100, 200, 5), south.In(40, 1), north.Correct(90, 95, 3));

        Assert.Equal((FigureKind.Estimated, 100, 200), FigureOf(Fold(estimate)));
        Assert.Equal((FigureKind.Counted, 40, 40), FigureOf(Fold(estimate, count)));
        Assert.Equal((FigureKind.Corrected, 90, 95), FigureOf(Fold(estimate, count, correction)));
    }

    [Fact]
    public void The_latest_estimate_that_nobody_undid_holds()
    {
        var (early, late) = (north.Estimate(100, 200, 5), south.Estimate(300, 400, 9));

        Assert.Equal((FigureKind.Estimated, 300, 400), FigureOf(Fold(late, early)));
        Assert.Equal((FigureKind.Estimated, 100, 200), FigureOf(Fold(late, early, south.Undo(late, 10))));
    }

    [Fact]
    public void What_is_made_after_the_closing_is_shown_as_late_and_moves_nothing()
    {
        var counted = north.In(40, 0);
        var log = new TapLog([counted, north.In(9, 61), north.Undo(counted, 9), north.Estimate(1, 2, 70)]);

        var headcount = log.Fold(default, Six + Duration.FromMinutes(5));

        Assert.Equal((FigureKind.Counted, 40, 40), FigureOf(headcount));
        Assert.Equal(3, headcount.Late);
    }

    [Fact]
    public void A_correction_after_the_closing_holds()
    {
        var log = new TapLog([north.In(40, 0), north.Correct(45, 50, 61)]);

        Assert.Equal((FigureKind.Corrected, 45, 50), FigureOf(log.Fold(default, Six + Duration.FromMinutes(60))));
    }

    [Fact]
    public void Check_ins_are_a_kind_of_their_own()
    {
        var checkedIn = CheckedIn.Of([Here(with: 2, sure: true), Here(with: 0, sure: false)]);

        var alone = new TapLog().Fold(checkedIn, null);
        var besideADoor = new TapLog([north.In(10, 0)]).Fold(checkedIn, null);

        Assert.Equal((FigureKind.CheckedIn, 3, 4), FigureOf(alone));
        Assert.Equal((FigureKind.Counted, 10, 10), FigureOf(besideADoor));
        Assert.Equal(4, besideADoor.CheckedIn);
    }

    [Fact]
    public void An_estimate_goes_before_those_who_checked_themselves_in()
    {
        var checkedIn = CheckedIn.Of([Here(with: 2, sure: true)]);

        var besideAnEstimate = new TapLog([north.Estimate(60, 80, 0)]).Fold(checkedIn, null);

        Assert.Equal((FigureKind.Estimated, 60, 80), FigureOf(besideAnEstimate));
        Assert.Equal(3, besideAnEstimate.CheckedIn);
    }

    [Fact]
    public void A_tap_placed_in_the_future_counts_when_it_arrives()
    {
        var arrival = Six + Duration.FromMinutes(1);
        var ahead = north.In(5, 600) with { ReceivedAt = arrival };

        Assert.Equal(arrival, ahead.MadeAt);
    }

    [Fact]
    public void A_clock_years_behind_is_put_right_by_its_skew()
    {
        var behind = north.In(5, 3) with { At = Instant.FromUtc(1970, 1, 1, 0, 0), Skew = Six.ToUnixTimeMilliseconds() };

        Assert.Equal(Six, behind.MadeAt);
    }

    private static CheckIn Here(int with, bool sure) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = 1,
            With = with,
            ReceivedAt = Six,
            IsSure = sure,
        };

    private static Headcount Fold(params Tap[] arrived)
    {
        var log = new TapLog();
        foreach (var tap in arrived)
            Assert.True(log.Add(tap));
        return log.Fold(default, null);
    }

    private static (FigureKind, int, int) FigureOf(Headcount headcount) => (headcount.Kind, headcount.Low, headcount.High);
}
