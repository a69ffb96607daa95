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
    public void Nothing_is_known_after_a_start() => Assert.Null(recent.After("3rd-june", 9));

    [Fact]
    public void What_was_missed_is_all_frames_since()
    {
        var (eleven, twelve) = Two();

        var both = recent.After("3rd-june", 10)!.Value;

        Assert.Equal((eleven.Event.Length + twelve.Event.Length, 12), (both.Bytes.Length, both.Version));
        Assert.Equal(twelve.Event.Length, recent.After("3rd-june", 11)!.Value.Bytes.Length);
        Assert.Null(recent.After("3rd-june", 12));
    }

    [Fact]
    public void Of_whoever_was_away_for_longer_it_is_not_known()
    {
        Two();

        Assert.Null(recent.After("3rd-june", 9));
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
