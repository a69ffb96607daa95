using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Rallies.Web.Live;
using static Rallies.Tests.Live.SomeBoard;

namespace Rallies.Tests.Live;

public sealed class FrameTests
{
    [Fact]
    public void A_snapshot_has_every_field_of_the_contract() =>
        Assert.Equal(
            """
            {"day":"3rd-june","since":0,"version":7,"asOf":"2027-06-03T17:00:07Z",
            "total":{"low":5,"high":5,"entered":0,"hereNow":0,"peak":0,"checkedIn":5,"pledged":0,"reporting":1,"live":1,"oldest":"2027-06-03T17:00:07Z"},
            "rallies":[{"town":"leeds","version":7,"status":"confirmed","startsAt":"2027-06-03T18:00:00+01:00","open":true,"closed":false,"final":false,
            "kind":"checkedIn","low":5,"high":5,"entered":0,"hereNow":0,"peak":0,"checkedIn":5,"pledged":0,"doors":0,"capacity":null,"late":0,
            "asOf":"2027-06-03T17:00:07Z"}]}
            """.ReplaceLineEndings(""),
            Text(Day(7, Row("leeds", 7, 5)).Snapshot)
        );

    [Fact]
    public void A_row_of_a_frame_says_only_what_changed()
    {
        var before = Day(7, Row("leeds", 7, 5));
        var now = before.And(Row("leeds", 9, 8));

        Assert.EndsWith(
            """"rallies":[{"town":"leeds","version":9,"low":8,"high":8,"checkedIn":8,"asOf":"2027-06-03T17:00:09Z"}]}"""",
            Text(Frame.Between(before, now, now.Rows.Values.Select(r => new RowChange(r, r.Since(before.Rows[r.Town]))))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_day_without_anybody_has_no_age()
    {
        var board = Day(3, Row("goole", 1));

        Assert.Null(board.AsOf);
        Assert.Equal((0, 1, null), (board.Total.Reporting, board.Total.Live, board.Total.Oldest));
    }

    [Fact]
    public void The_tag_is_made_once_for_everybody_and_anew_with_the_next_change()
    {
        var before = Day(7, Row("leeds", 7, 5));
        var now = before.And(Row("leeds", 9, 8));

        Assert.Same(before.Snapshot.Tag, before.Snapshot.Tag);
        Assert.NotEqual(before.Snapshot.Tag, now.Snapshot.Tag);
        Assert.Equal(before.Snapshot.Tag, Day(7, Row("leeds", 7, 5)).Snapshot.Tag);
    }

    [Fact]
    public void A_watcher_that_fails_keeps_nobody_from_hearing()
    {
        var board = new LiveBoard(NullLogger<LiveBoard>.Instance);
        var heard = new List<long>();
        using var failing = board.Watch(_ => throw new InvalidOperationException("Not my night."));
        using (board.Watch(day => heard.Add(day.Version)))
            board.Apply(new("3rd-june", 4, [Row("leeds", 4)], []));
        board.Apply(new("3rd-june", 5, [Row("leeds", 5)], []));

        Assert.Equal([4], heard);
    }

    private static string Text(Frame frame) => Encoding.UTF8.GetString(frame.Json.Span);
}
