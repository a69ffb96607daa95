using System.Text;
using Rallies.Web.Live;
using static Rallies.Tests.Live.SomeBoard;

namespace Rallies.Tests.Live;

public sealed class FramePacerTests
{
    private static readonly DayBoard start = Day(10, Row("goole", 1), Row("leeds", 2));
    private readonly FramePacer pacer = new(start);

    [Fact]
    public void On_a_quiet_evening_a_change_goes_out_at_once()
    {
        pacer.Note(start.And(Row("leeds", 11, 5)));

        var (frames, due) = Next(0);

        Assert.Null(due);
        Assert.Equal((10, 11), (frames!.Whole!.Since, frames.Whole.Version));
        Assert.Equal(["leeds"], frames.Towns!.Changed);
    }

    [Fact]
    public void Nothing_new_is_nothing_to_say() => Assert.Equal((null, null), Next(9));

    [Fact]
    public void The_total_goes_out_four_times_a_second_at_most()
    {
        var one = start.And(Row("leeds", 11, 5));
        pacer.Note(one);
        Next(0);
        pacer.Note(one.And(Row("goole", 12, 1)));

        Assert.Equal((null, Seconds(0.25)), Next(0.1));
        Assert.NotNull(Next(0.25).Frames!.Whole);
    }

    [Fact]
    public void A_towns_page_hears_of_the_total_twice_a_second_at_most_and_misses_nothing()
    {
        var one = start.And(Row("leeds", 11, 5));
        var two = one.And(Row("goole", 12, 1));
        pacer.Note(one);
        Next(0);
        pacer.Note(two);

        var (frames, due) = Next(0.25);
        var later = Next(0.5).Frames!;

        Assert.Equal((null, Seconds(0.5)), (frames!.Towns, due));
        Assert.Null(later.Whole);
        Assert.Equal((11, 12), (later.Towns!.For("goole").Since, later.Towns.For("goole").Version));
        Assert.Contains("\"high\":1", Text(later.Towns.For("goole")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_goes_out_once_in_three_seconds_and_holds_the_last_figure()
    {
        var one = start.And(Row("leeds", 11, 5));
        var two = one.And(Row("leeds", 12, 6));
        pacer.Note(one);
        Next(0);
        pacer.Note(two);
        pacer.Note(two.And(Row("leeds", 13, 7)));

        Assert.Equal((null, Seconds(3)), Next(1));
        var frame = Next(3).Frames!.Whole!;

        Assert.Equal((11, 13), (frame.Since, frame.Version));
        Assert.Contains("\"high\":7", Text(frame), StringComparison.Ordinal);
    }

    [Fact]
    public void What_rose_and_fell_back_between_two_frames_is_said_for_those_who_came_in_between()
    {
        var one = start.And(Row("leeds", 11, 5));
        var two = one.And(Row("leeds", 12, 6));
        pacer.Note(one);
        Next(0);
        pacer.Note(two);
        var joined = pacer.Shown(two, Seconds(1));
        pacer.Note(two.And(Row("leeds", 13, 5)));

        var frame = Next(3).Frames!.Whole!;

        Assert.Equal(6, joined.Total.High);
        Assert.Contains(
            "\"high\":5,\"checkedIn\":5",
            Text(frame)[Text(frame).IndexOf("rallies", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Whoever_saw_a_row_that_vanished_is_sent_back_for_a_snapshot()
    {
        pacer.Note(start.With(new("3rd-june", 11, [], ["leeds"])));

        var frame = Next(0).Frames!.Whole!;

        Assert.Equal((11, 11), (frame.Since, frame.Version));
    }

    [Fact]
    public void Whoever_comes_on_a_quiet_evening_sees_the_board_as_it_is()
    {
        var one = start.And(Row("leeds", 11, 5));
        var two = one.And(Row("leeds", 12, 6));
        pacer.Note(one);
        Next(0);
        pacer.Note(two);

        Assert.Same(two, pacer.Shown(two, Seconds(1)));
    }

    private (DayFrames? Frames, TimeSpan? Due) Next(double time) => pacer.Next(Seconds(time), FramePacer.BetweenFrames);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static string Text(Frame frame) => Encoding.UTF8.GetString(frame.Json.Span);
}
