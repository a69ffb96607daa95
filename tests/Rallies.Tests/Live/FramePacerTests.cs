using System.Text;
using System.Text.Json;
using Rallies.Web.Live;
using static Rallies.Tests.Live.SomeBoard;

namespace Rallies.Tests.Live;

public sealed class FramePacerTests
{
    private readonly DayBoard start = Day(10, Row("goole", 1), Row("leeds", 2));

    [Fact]
    public void On_a_quiet_evening_a_change_goes_out_at_once()
    {
        var (frames, due) = new FramePacer(start).Next(start.And(Row("leeds", 11, 5)), Seconds(0));

        Assert.Null(due);
        Assert.Equal((10, 11), (frames!.Whole.Since, frames.Whole.Version));
        Assert.Equal(["leeds"], frames.Towns);
    }

    [Fact]
    public void Nothing_new_is_nothing_to_say() => Assert.Equal((null, null), new FramePacer(start).Next(start, Seconds(9)));

    [Fact]
    public void The_total_goes_out_four_times_a_second_at_most()
    {
        var pacer = new FramePacer(start);
        var one = start.And(Row("leeds", 11, 5));
        var two = one.And(Row("goole", 12, 1));
        pacer.Next(one, Seconds(0));

        Assert.Equal((null, Seconds(0.25)), pacer.Next(two, Seconds(0.1)));
        Assert.NotNull(pacer.Next(two, Seconds(0.25)).Frames);
    }

    [Fact]
    public void A_row_goes_out_once_in_three_seconds_and_holds_the_last_figure()
    {
        var pacer = new FramePacer(start);
        var one = start.And(Row("leeds", 11, 5));
        var many = one.And(Row("leeds", 12, 6)).And(Row("leeds", 13, 7));
        pacer.Next(one, Seconds(0));

        Assert.Equal((null, Seconds(3)), pacer.Next(many, Seconds(1)));
        var frame = pacer.Next(many, Seconds(3)).Frames!.Whole;

        Assert.Equal((11, 13), (frame.Since, frame.Version));
        Assert.Contains("\"high\":7", Text(frame), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_evening_brings_every_watcher_ends_with_the_board()
    {
        var pacer = new FramePacer(start);
        var (board, time, seen, frames) = (start, 0.0, new Dictionary<string, int>(), new List<(double At, DayFrames Frames)>());
        for (var change = 0; change < 500; change++)
        {
            board = board.And(Row(change % 7 < 5 ? "leeds" : "goole", 11 + change, change + 1));
            time += change % 11 * 0.03;
            if (pacer.Next(board, Seconds(time)).Frames is { } sent)
                frames.Add((time, sent));
        }
        if (pacer.Next(board, Seconds(time + 3)).Frames is { } last)
            frames.Add((time + 3, last));

        var since = 10L;
        foreach (var (_, sent) in frames)
        {
            using var frame = JsonDocument.Parse(sent.Whole.Json);
            foreach (var row in frame.RootElement.GetProperty("rallies").EnumerateArray())
                seen[row.GetProperty("town").GetString()!] = row.GetProperty("high").GetInt32();
            Assert.Equal(since, sent.Whole.Since);
            Assert.True(sent.Whole.Version > since);
            Assert.Equal(seen.Values.Sum(), frame.RootElement.GetProperty("total").GetProperty("high").GetInt32());
            since = sent.Whole.Version;
        }
        Assert.Equal(board.Rows.ToDictionary(r => r.Key, r => r.Value.Headcount.High), seen);
        Assert.All(frames.Zip(frames.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= 0.25 - 1e-9));
        foreach (var town in seen.Keys)
        {
            var times = frames.Where(f => f.Frames.Towns.Contains(town)).Select(f => f.At).ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 3 - 1e-9));
        }
    }

    [Fact]
    public void Whoever_saw_a_row_that_vanished_is_sent_back_for_a_snapshot()
    {
        var hidden = start.With(new("3rd-june", 11, [], ["leeds"]));

        var frame = new FramePacer(start).Next(hidden, Seconds(0)).Frames!.Whole;

        Assert.Equal((11, 11), (frame.Since, frame.Version));
    }

    [Fact]
    public void A_night_of_260_towns_and_200_check_ins_a_second_fits_its_budget()
    {
        var rows = Enumerable.Range(0, 260).Select(n => Row($"a-town-of-{n}", 1, 400)).ToArray();
        var board = Day(1_000_000, rows);
        var pacer = new FramePacer(board);
        var (bytes, townBytes, counts) = (0, 0, rows.Select(_ => 400).ToArray());
        for (var tick = 0; tick < 200 * 60; tick++)
        {
            var town = tick * 7919 % 260;
            board = board.And(Row($"a-town-of-{town}", 1_000_001 + tick, counts[town] += 2));
            if (pacer.Next(board, Seconds(tick / 200.0)).Frames is not { } frames)
                continue;
            bytes += frames.Whole.Json.Length;
            townBytes += frames.For("a-town-of-7").Json.Length;
        }

        Assert.InRange(bytes / 60, 1, 12_000);
        Assert.InRange(townBytes / 60, 1, 1_000);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static string Text(Frame frame) => Encoding.UTF8.GetString(frame.Json.Span);
}
