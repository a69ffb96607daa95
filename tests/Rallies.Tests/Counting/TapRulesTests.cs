using NodaTime;
using Rallies.Domain.Counting;
using static Rallies.Tests.Counting.Door;

namespace Rallies.Tests.Counting;

public sealed class TapRulesTests
{
    private readonly Door north = new();
    private readonly CountingHours hours = new(new Interval(Six, Six + Duration.FromHours(2)), null);

    [Fact]
    public void An_honest_tap_is_taken() => Assert.Null(Judge(north.In(50, 0)));

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    [InlineData(-1)]
    public void A_tap_counts_one_to_fifty(int count) => Assert.Equal(Refusal.BadCount, Judge(north.In(count, 0)));

    [Fact]
    public void A_range_runs_from_low_to_high() => Assert.Equal(Refusal.BadCount, Judge(north.Estimate(20, 10, 0)));

    [Fact]
    public void Counting_opens_two_hours_before_the_start()
    {
        Assert.Equal(Refusal.NotOpen, Judge(north.In(1, -121)));
        Assert.Null(Judge(north.In(1, -120)));
    }

    [Fact]
    public void What_was_made_in_time_is_taken_twelve_hours_late()
    {
        var end = Six + Duration.FromHours(4);

        Assert.Null(Judge(north.In(1, 0) with { ReceivedAt = end + Duration.FromHours(12) }));
        Assert.Equal(Refusal.NotOpen, Judge(north.In(1, 0) with { ReceivedAt = end + Duration.FromHours(12) + Duration.FromSeconds(1) }));
    }

    [Fact]
    public void An_undo_comes_within_ten_minutes_and_from_the_same_phone()
    {
        var tap = north.In(5, 0);

        Assert.Null(Judge(north.Undo(tap, 10), tap));
        Assert.Equal(Refusal.UndoTooLate, Judge(north.Undo(tap, 11), tap));
        Assert.Equal(Refusal.NotAllowed, Judge(new Door().Undo(tap, 1), tap));
        Assert.Null(Judge(north.Undo(tap, 11)));
    }

    [Fact]
    public void An_undo_cannot_be_undone()
    {
        var undo = north.Undo(north.In(5, 0), 1);

        Assert.Equal(Refusal.BadKind, Judge(north.Undo(undo, 2), undo));
    }

    [Fact]
    public void Only_the_owner_corrects_and_says_why()
    {
        var correction = north.Correct(10, 20, 0);

        Assert.Equal(Refusal.NotAllowed, Judge(correction));
        Assert.Null(TapRules.Judge(correction, hours, _ => null, mayCorrect: true));
        Assert.Equal(Refusal.NotAllowed, TapRules.Judge(correction with { Reason = "" }, hours, _ => null, mayCorrect: true));
    }

    [Fact]
    public void Check_ins_open_an_hour_before_and_end_two_hours_after_or_with_the_closing()
    {
        var closed = hours with { ClosedAt = Six + Duration.FromHours(1) };

        Assert.Equal((Six - Duration.FromHours(1), Six + Duration.FromHours(4)), (hours.HereOpensAt, hours.HereEndsAt));
        Assert.Equal(Six + Duration.FromHours(1), closed.HereEndsAt);
        Assert.Equal(Six + Duration.FromHours(13), closed.TakenUntil);
    }

    [Fact]
    public void The_code_changes_every_five_minutes_and_the_one_before_is_good_too()
    {
        byte[] key = [1, 2, 3, 4];
        var code = CheckInCode.At(Six, key);

        Assert.Matches("^[0-9]{6}$", code);
        Assert.True(CheckInCode.IsRight(code, Six + Duration.FromMinutes(9), key));
        Assert.False(CheckInCode.IsRight(code, Six + Duration.FromMinutes(10), key));
        Assert.False(CheckInCode.IsRight(code, Six, [9, 9]));
    }

    private Refusal? Judge(Tap tap, params Tap[] recorded) =>
        TapRules.Judge(tap, hours, id => recorded.FirstOrDefault(t => t.Id == id), mayCorrect: false);
}
