using NodaTime;
using Rallies.Web.Live;

namespace Rallies.Tests.Live;

public sealed class OncePerVersionTests
{
    private readonly FakeClock clock = new(Some.Moment);
    private int made;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_ask_it_is_made_once()
    {
        var print = new OncePerVersion<int>(clock, Duration.FromSeconds(30));
        var slow = new TaskCompletionSource();

        var asked = Enumerable.Range(0, 50).Select(_ => print.TakeAsync("3rd-june", 1, MakeAsync, Token)).ToList();
        slow.SetResult();

        Assert.All(await Task.WhenAll(asked), thing => Assert.Equal(1, thing));
        Assert.Equal(1, made);

        async Task<int> MakeAsync()
        {
            await slow.Task;
            return ++made;
        }
    }

    [Theory]
    [InlineData(1, 29, 1)]
    [InlineData(1, 30, 2)] // ages have gone on
    [InlineData(2, 4, 1)] // something changed, and it was made a moment ago
    [InlineData(2, 5, 2)]
    [InlineData(0, 5, 1)] // whoever saw less may see more
    public async Task It_stands_until_it_is_untrue(long version, int seconds, int expected)
    {
        var print = new OncePerVersion<int>(clock, Duration.FromSeconds(30), Duration.FromSeconds(5));
        await print.TakeAsync("3rd-june", 1, Make, Token);

        clock.Advance(Duration.FromSeconds(seconds));

        Assert.Equal(expected, await print.TakeAsync("3rd-june", version, Make, Token));
    }

    [Theory]
    [InlineData(1, 29, false)]
    [InlineData(1, 30, true)]
    [InlineData(2, 4, false)]
    [InlineData(2, 5, true)]
    public async Task What_failed_is_not_tried_again_by_everybody_who_asks(long version, int seconds, bool isTried)
    {
        var print = new OncePerVersion<int>(clock, Duration.FromSeconds(30), Duration.FromSeconds(5));
        await Assert.ThrowsAsync<InvalidOperationException>(() => print.TakeAsync("3rd-june", 1, Fail, Token));
        clock.Advance(Duration.FromSeconds(seconds));

        var again = await Record.ExceptionAsync(() => print.TakeAsync("3rd-june", version, Make, Token));

        Assert.Equal((isTried, isTried ? 1 : 0), (again is null, made));
    }

    private static Task<int> Fail() => Task.FromException<int>(new InvalidOperationException());

    private Task<int> Make() => Task.FromResult(++made);
}
