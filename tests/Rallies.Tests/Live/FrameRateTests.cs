using Microsoft.Extensions.Logging.Abstractions;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

/// <summary>Where frames take long to hand out, there are fewer of them.</summary>
public sealed class FrameRateTests
{
    private static readonly int[] milliseconds = [20, 250, 251, 200, 188, 187, 250];

    [Fact]
    public void It_halves_when_handing_out_takes_too_long_and_comes_back_when_it_is_quick_again()
    {
        var rate = new FrameRate();

        var between = milliseconds.Select(took =>
        {
            rate.Note(TimeSpan.FromMilliseconds(took));
            return rate.Between.TotalMilliseconds;
        });

        Assert.Equal([250, 250, 500, 500, 500, 250, 250], between);
    }

    [Fact]
    public async Task After_a_frame_that_took_long_the_next_waits_for_half_a_second()
    {
        var time = new SteppedTime();
        var board = new LiveBoard(NullLogger<LiveBoard>.Instance);
        board.Apply(new("3rd-june", 1, [SomeBoard.Row("leeds", 1), SomeBoard.Row("york", 1)], []));
        using var maker = new FrameMaker(board, time, NullLogger<FrameMaker>.Instance);
        var (begun, said) = (time.GetTimestamp(), new List<TimeSpan>());
        using var watching = maker.Watch(_ =>
        {
            said.Add(time.GetElapsedTime(begun));
            time.Passes(TimeSpan.FromMilliseconds(300));
            return Task.CompletedTask;
        });
        await maker.StartAsync(TestContext.Current.CancellationToken);

        board.Apply(new("3rd-june", 2, [SomeBoard.Row("leeds", 2, 5)], []));
        await Until(() => said.Count == 1);
        board.Apply(new("3rd-june", 3, [SomeBoard.Row("york", 3, 5)], []));
        await Until(() => said.Count == 2, () => time.Passes(TimeSpan.FromMilliseconds(20)));

        await maker.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(said[1] - said[0] >= TimeSpan.FromMilliseconds(500), $"{said[1] - said[0]} after the first.");
    }

    private static async Task Until(Func<bool> isSo, Action? meanwhile = null)
    {
        for (var patience = 0; patience < 1_000 && !isSo(); patience++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            meanwhile?.Invoke();
        }
    }
}
