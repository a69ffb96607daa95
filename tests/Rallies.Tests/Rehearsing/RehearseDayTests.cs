using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Rehearsing;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Rehearsing;

public sealed class RehearseDayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Nothing_is_played_among_what_people_have_entered(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await OnTheNight(bench);

        var (outcome, cast) = await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token);

        Assert.Equal((CastOutcome.NotDemo, null), (outcome, cast));
        await using var context = await bench.Database();
        Assert.Empty(await context.Grants.ToListAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task The_largest_rallies_that_are_open_are_cast_and_earlier_links_end(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));

        await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token);
        var (outcome, cast) = await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token);

        Assert.Equal((CastOutcome.Ready, "leeds goole"), (outcome, string.Join(' ', cast!.Towns.Select(t => t.Town))));
        Assert.Equal(1, cast.Towns.Sum(t => t.Share), 6);
        await using var context = await bench.Database();
        Assert.Equal((4, 2), (await context.Grants.CountAsync(Token), await context.Grants.CountAsync(g => g.RevokedAt == null, Token)));
        Assert.Equal("3rd-june", Assert.Single(await bench.Get<RehearseDay>().RehearsedAsync(Token)).Day);
    }

    [Theory, EveryEngine]
    public async Task A_day_nobody_counts_yet_is_not_played(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));
        bench.Clock.Now -= Duration.FromDays(1);

        Assert.Equal(CastOutcome.NothingOpen, (await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token)).Outcome);
        Assert.Equal(CastOutcome.UnknownDay, (await bench.Get<RehearseDay>().CastOnServerAsync("4th-june", 5, Token)).Outcome);
        Assert.Equal(Change.AlreadySo, await bench.Get<RehearseDay>().RemoveOnServerAsync("3rd-june", Token));
    }

    [Theory, EveryEngine]
    public async Task Taking_it_off_leaves_what_people_tapped_and_no_trace_of_the_rest(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));
        var (_, cast) = await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token);
        var real = await bench.Keep(Tap(bench, leeds.Id, Guid.CreateVersion7()));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await bench.Keep(Tap(bench, leeds.Id, RehearsalMark.NewId()));
            await bench.Keep(CheckIn(bench, leeds.Id, RehearsalMark.NewId()));
        }

        Assert.Equal(Change.Made, await bench.Get<RehearseDay>().RemoveOnServerAsync(cast!.Day, Token));

        await using var context = await bench.Database();
        Assert.Equal([real.Id], await context.Taps.Select(t => t.Id).ToListAsync(Token));
        Assert.Empty(await context.CheckIns.ToListAsync(Token));
        Assert.Empty(await context.Grants.ToListAsync(Token));
        Assert.Empty(await bench.Get<RehearseDay>().RehearsedAsync(Token));
        Assert.Equal(Change.AlreadySo, await bench.Get<RehearseDay>().RemoveOnServerAsync(cast.Day, Token));
    }

    [Theory, EveryEngine]
    public async Task A_night_is_stopped_once_and_said_until_it_is_taken_off(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));
        var rehearse = bench.Get<RehearseDay>();
        await rehearse.CastOnServerAsync("3rd-june", 5, Token);

        var stopped = (await rehearse.HaltOnServerAsync("3rd-june", Token), await rehearse.HaltOnServerAsync("3rd-june", Token));

        Assert.Equal((true, false), stopped);
        Assert.Equal(RehearseDay.Halted, Assert.Single(await rehearse.RehearsedAsync(Token)).Since);
        await using var context = await bench.Database();
        Assert.Equal(0, await context.Grants.CountAsync(g => g.RevokedAt == null, Token));
        Assert.Equal(Change.Made, await rehearse.RemoveOnServerAsync("3rd-june", Token));
        Assert.Empty(await rehearse.RehearsedAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task What_came_in_while_it_was_taken_off_is_taken_off_again(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));
        await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token);
        await bench.Get<RehearseDay>().RemoveOnServerAsync("3rd-june", Token);
        await bench.Keep(CheckIn(bench, leeds.Id, RehearsalMark.NewId()));

        Assert.Equal(Change.Made, await bench.Get<RehearseDay>().RemoveOnServerAsync("3rd-june", Token));

        await using var context = await bench.Database();
        Assert.Empty(await context.CheckIns.ToListAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task A_stewards_link_that_somebody_calls_Rehearsal_stays_theirs(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));
        var theirs = await bench.Keep(new Grant(Role.Steward, leeds.Id, "Rehearsal", Secret.New(), bench.Clock.Now));

        await bench.Get<RehearseDay>().CastOnServerAsync("3rd-june", 5, Token);
        await bench.Get<RehearseDay>().EndAsync("3rd-june", Token);
        await bench.Get<RehearseDay>().RemoveOnServerAsync("3rd-june", Token);

        await using var context = await bench.Database();
        var left = Assert.Single(await context.Grants.ToListAsync(Token));
        Assert.Equal((theirs.Id, null), (left.Id, left.RevokedAt));
    }

    [Fact]
    public async Task An_admin_alone_has_a_night_played_and_taken_off()
    {
        await using var bench = await Bench.On(Engine.Sqlite);
        var leeds = await OnTheNight(bench);
        await bench.Keep(new SiteFact(SiteFact.Demo, "filled"));
        var (owner, admin) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Admin, null));
        var rehearse = bench.Get<RehearseDay>();

        Assert.Equal(CastOutcome.NotAllowed, (await rehearse.CastAsync(owner, "3rd-june", 5, Token)).Outcome);
        Assert.Equal(CastOutcome.Ready, (await rehearse.CastAsync(admin, "3rd-june", 5, Token)).Outcome);
        Assert.Equal(Change.NotAllowed, await rehearse.RemoveAsync(owner, "3rd-june", Token));
        Assert.Equal(Change.Made, await rehearse.RemoveAsync(admin, "3rd-june", Token));
    }

    // Leeds and Goole are open; York is called off.
    private static async Task<Rally> OnTheNight(Bench bench)
    {
        var day = await bench.Keep(Some.Day());
        bench.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 3, 18, 0)).Now;
        await bench.Keep(Some.Rally(day, "goole"));
        var york = Some.Rally(day, "york");
        york.CallOff("Flooded", bench.Clock.Now);
        await bench.Keep(york);
        return await bench.Keep(Some.Rally(day));
    }

    private static Tap Tap(Bench bench, int rallyId, Guid id) =>
        new()
        {
            Id = id,
            RallyId = rallyId,
            Kind = TapKind.In,
            At = bench.Clock.Now,
            ReceivedAt = bench.Clock.Now,
            Device = id,
        };

    private static CheckIn CheckIn(Bench bench, int rallyId, Guid id) =>
        new()
        {
            Id = id,
            RallyId = rallyId,
            With = 0,
            ReceivedAt = bench.Clock.Now,
            IsSure = true,
        };
}
