using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Rallies.Storage.Counting;
using Rallies.Tests.Engines;
using Rallies.Web.Counting;
using Rallies.Web.Metrics;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Counting;

/// <summary>Commits that fail, hang or come too many: nobody is counted who was not told so, and nobody twice.</summary>
public sealed class CountWriterTroubleTests
{
    private readonly Door north = new("North");
    private readonly Door south = new("South");

    [Theory, EveryEngine]
    public async Task A_commit_that_fails_counts_nobody_and_tells_everybody(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        await night.Restart(); // no connection is open yet
        var before = night.Leeds.Row;
        night.Failing.On();

        var tap = north.In(3, 0);
        await Assert.ThrowsAsync<WriterBusyException>(() => night.Send(night.Leeds, tap));
        var afterFailure = night.Leeds.Row;
        night.Failing.Off();
        var retried = await night.Send(night.Leeds, tap);

        Assert.Equal(before, afterFailure);
        Assert.Equal([tap.Id], retried.Recorded);
        Assert.Equal(3, night.Leeds.Row.Headcount.Entered);
    }

    [Fact]
    public async Task A_commit_that_breaks_half_way_leaves_nothing_behind()
    {
        await using var night = await CountingNight.Start(Engine.Sqlite);
        await night.Send(night.Leeds, north.In(2, 0));
        await night.Run("""CREATE TRIGGER breaks BEFORE UPDATE ON "Rallies" BEGIN SELECT RAISE(ABORT, 'full'); END""");

        var together = new[] { night.Send(night.Leeds, north.In(3, 0)), night.Send(night.Goole, south.In(3, 0)) };
        foreach (var sent in together)
            await Assert.ThrowsAsync<WriterBusyException>(() => sent);
        var stored = await night.StoredEntries();
        await night.Run("DROP TRIGGER breaks");
        await night.Send(night.Leeds, north.In(5, 1));

        Assert.Equal(1, stored);
        Assert.Equal((7, 2), (night.Leeds.Row.Headcount.Entered, await night.StoredVersion()));
    }

    [Fact]
    public async Task What_waits_at_shutdown_is_written_and_nothing_more_is_taken()
    {
        await using var night = await CountingNight.Start(Engine.Sqlite);
        var waiting = Enumerable.Range(0, 50).Select(_ => night.Arrive(night.Leeds, night.Here())).ToList();

        await night.Writer.StopAsync(TestContext.Current.CancellationToken);

        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(CheckInOutcome.CheckedIn, answer.Outcome));
        await Assert.ThrowsAsync<WriterBusyException>(() => night.Arrive(night.Leeds, night.Here()));
    }

    [Fact]
    public async Task When_too_much_waits_the_next_is_told_at_once()
    {
        await using var night = await CountingNight.Start(Engine.Sqlite);
        using var asleep = new CountWriter(
            night.Book,
            new CountJournal(night.Database),
            new(NullLogger<Happenings>.Instance),
            new SiteMeter(new Meter(SiteMeter.Name)),
            TimeProvider.System,
            NullLogger<CountWriter>.Instance
        );
        for (var waiting = 0; waiting < CountWriter.MostWaiting; waiting++)
            _ = asleep.DoAsync(new Arrival(night.Leeds, night.Here(), CodeGiven.None), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<WriterBusyException>(() =>
            asleep.DoAsync(new Arrival(night.Leeds, night.Here(), CodeGiven.None), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task While_a_commit_does_not_end_newcomers_are_told_at_once_and_nothing_is_lost()
    {
        await using var night = await CountingNight.Start(Engine.Sqlite);
        night.Failing.Hold();
        var first = night.Arrive(night.Leeds, night.Here());
        await night.Failing.Waits.WaitAsync(TestContext.Current.CancellationToken);
        var inTime = night.Arrive(night.Leeds, night.Here());

        night.Time.Passes(CountWriter.Patience + TimeSpan.FromSeconds(1));
        var tooLate = night.Here();
        Assert.True(night.Writer.IsBehind);
        await Assert.ThrowsAsync<WriterBusyException>(() => night.Arrive(night.Leeds, tooLate));
        night.Failing.LetGo();

        Assert.All(await Task.WhenAll(first, inTime), answer => Assert.Equal(CheckInOutcome.CheckedIn, answer.Outcome));
        Assert.False(night.Writer.IsBehind);
        Assert.Equal(CheckInOutcome.CheckedIn, (await night.Arrive(night.Leeds, tooLate)).Outcome);
        Assert.Equal(3, await night.StoredEntries());
    }
}
