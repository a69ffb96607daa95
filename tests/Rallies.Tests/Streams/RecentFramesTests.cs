using Rallies.Tests.Live;
using Rallies.Web.Live;
using Rallies.Web.Streams;
using static Rallies.Tests.Live.SomeBoard;

namespace Rallies.Tests.Streams;

public sealed class RecentFramesTests
{
    private readonly DayBoard ten = Day(10, Row("leeds", 2));
    private readonly RecentFrames recent = new();

    [Fact]
    public void Nothing_is_known_after_a_start_but_that_nothing_happened()
    {
        Assert.Equal(0, recent.After(10, ten)!.Value.Length);
        Assert.Null(recent.After(9, ten));
    }

    [Fact]
    public void What_was_missed_is_all_frames_since()
    {
        var (eleven, twelve) = Two();

        Assert.Equal(eleven.Event.Length + twelve.Event.Length, recent.After(10, ten.And(Row("leeds", 12, 6)))!.Value.Length);
        Assert.Equal(twelve.Event.Length, recent.After(11, ten.And(Row("leeds", 12, 6)))!.Value.Length);
        Assert.Equal(0, recent.After(12, ten.And(Row("leeds", 12, 6)))!.Value.Length);
    }

    [Fact]
    public void Whoever_was_away_for_longer_or_knows_what_never_was_gets_a_snapshot()
    {
        Two();

        Assert.Null(recent.After(9, ten.And(Row("leeds", 12, 6))));
        Assert.Null(recent.After(13, ten.And(Row("leeds", 12, 6))));
    }

    private (Frame Eleven, Frame Twelve) Two()
    {
        var one = ten.And(Row("leeds", 11, 5));
        var (eleven, twelve) = (Frame.Between(ten, one, []), Frame.Between(one, one.And(Row("leeds", 12, 6)), []));
        recent.Add(eleven);
        recent.Add(twelve);
        return (eleven, twelve);
    }
}
