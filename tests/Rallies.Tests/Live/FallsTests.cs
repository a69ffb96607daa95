using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Rallies.Storage.Counting;
using Rallies.Tests.Counting;
using Rallies.Web.Counting;
using Rallies.Web.Live;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Tests.Live;

/// <summary>The board says why its total fell, whatever became of the site since.</summary>
public sealed class FallsTests : IAsyncLifetime
{
    private const string Day = "3rd-june";
    private CountingSite night = null!;

    [Fact]
    public async Task After_a_restart_the_board_still_says_why_it_fell()
    {
        await Send(night.Estimate(600, 800), minutesLater: 4);
        await Send(night.In(50), minutesLater: 3);
        await Send(night.In(20), minutesLater: 1);
        var seen = Shown(night.Site.Services.GetRequiredService<Falls>());

        var afterwards = Shown(await RestartedAsync());

        Assert.Equal([("leeds", "600–800", "50")], seen);
        Assert.Equal(seen, afterwards);
    }

    [Fact]
    public async Task What_was_seen_and_stands_in_the_log_too_is_said_once()
    {
        await Send(night.Estimate(600, 800), minutesLater: 4);
        await Send(night.In(50), minutesLater: 0);
        var falls = night.Site.Services.GetRequiredService<Falls>();

        await RecallAsync(falls);

        Assert.Equal([("leeds", "600–800", "50")], Shown(falls));
    }

    [Fact]
    public async Task A_rally_called_off_is_no_reason_for_a_total_that_does_not_fall_by_it()
    {
        await Send(night.In(50), minutesLater: 3);
        var before = await TotalAsync();

        await night.Change(rally => rally.CallOff("The square is closed.", night.Now));

        Assert.Equal(before, await TotalAsync());
        Assert.Empty(night.Site.Services.GetRequiredService<Falls>().Of(Day));
        Assert.Empty((await RestartedAsync()).Of(Day));
    }

    [Fact]
    public async Task What_a_rally_called_off_puts_right_afterwards_is_said_with_its_figures()
    {
        await Send(night.Estimate(600, 800), minutesLater: 3);
        await night.Change(rally => rally.CallOff("The square is closed.", night.Now));
        await Send(night.Estimate(40, 50), minutesLater: 3);
        var falls = night.Site.Services.GetRequiredService<Falls>();

        var fall = Assert.Single(falls.Of(Day));

        using var scope = night.Site.Services.CreateScope();
        var said = scope.ServiceProvider.GetRequiredService<Reported>().Fell("Leeds", fall.Before, fall.Now);
        Assert.Equal("Leeds: 40–50, estimated; before it was 600–800, estimated", said);
        Assert.Equal(Shown(falls), Shown(await RestartedAsync()));
    }

    [Fact]
    public async Task What_a_rally_called_off_had_counted_stays_in_the_evening_as_it_stays_in_the_total()
    {
        await Send(night.In(50), minutesLater: 3);
        await night.Change(rally => rally.CallOff("The square is closed.", night.Now));
        var evenings = ActivatorUtilities.CreateInstance<Evenings>(night.Site.Services);

        await RecallAsync(ActivatorUtilities.CreateInstance<Falls>(night.Site.Services), evenings);

        Assert.Equal((50, 50), (await TotalAsync(), evenings.Of(Day).Steps[^1].High));
    }

    [Fact]
    public async Task Of_many_falls_the_five_newest_are_remembered()
    {
        foreach (var people in (int[])[90, 80, 70, 60, 50, 40, 30])
            await Send(night.Estimate(people, people), minutesLater: 2);

        Assert.Equal(["30", "40", "50", "60", "70"], Shown(await RestartedAsync()).Select(f => f.Now));
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<int> TotalAsync() => (await night.Counts()).GetProperty("total").GetProperty("high").GetInt32();

    private async Task<Falls> RestartedAsync()
    {
        var falls = ActivatorUtilities.CreateInstance<Falls>(night.Site.Services);
        await RecallAsync(falls);
        return falls;
    }

    private async Task RecallAsync(Falls falls, Evenings? evenings = null)
    {
        var services = night.Site.Services;
        using var past = new PastEvenings(
            services.GetRequiredService<CountReading>(),
            evenings ?? ActivatorUtilities.CreateInstance<Evenings>(services),
            falls,
            services.GetRequiredService<Happenings>(),
            NullLogger<PastEvenings>.Instance
        );
        await past.StartAsync(TestContext.Current.CancellationToken);
        await past.ExecuteTask!;
    }

    private async Task Send(object tap, int minutesLater)
    {
        using var taken = await night.Taps(CountingSite.Batch(tap), night.Steward);
        taken.EnsureSuccessStatusCode();
        night.Site.Clock.Advance(Duration.FromMinutes(minutesLater));
    }

    private static IEnumerable<(string Town, string Before, string Now)> Shown(Falls falls) =>
        falls.Of(Day).Select(f => (f.Now.Town, Range(f.Before), Range(f.Now)));

    private static string Range(BoardRow row) =>
        row.Headcount.Low == row.Headcount.High ? $"{row.Headcount.High}" : $"{row.Headcount.Low}–{row.Headcount.High}";
}
