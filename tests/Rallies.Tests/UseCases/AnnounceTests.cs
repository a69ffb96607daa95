using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class AnnounceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task The_same_sentence_sent_twice_is_said_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (owner, id) = (await bench.Holding(Role.Owner, leeds), Guid.CreateVersion7());
        var announce = bench.Get<Announce>();

        Assert.Equal(Announced.Made, await announce.AtRallyAsync(owner, id, leeds.Id, " We march\nat seven. ", Token));
        Assert.Equal(Announced.AlreadySo, await announce.AtRallyAsync(owner, id, leeds.Id, "We march at seven.", Token));

        Assert.Equal(["We march at seven."], await Said(bench));
    }

    [Theory, EveryEngine]
    public async Task Nobody_talks_all_the_time(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var owner = await bench.Holding(Role.Owner, leeds);
        var announce = bench.Get<Announce>();
        Task<Announced> Say() => announce.AtRallyAsync(owner, Guid.CreateVersion7(), leeds.Id, "Move up.", Token);

        Assert.Equal(Announced.Made, await Say());
        bench.Clock.Advance(Duration.FromSeconds(29));
        Assert.Equal(Announced.TooOften, await Say());
        for (var i = 1; i < Announce.MostAnHour; i++)
        {
            bench.Clock.Advance(Announce.Between);
            Assert.Equal(Announced.Made, await Say());
        }
        bench.Clock.Advance(Announce.Between);
        Assert.Equal(Announced.TooOften, await Say());
        bench.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(Announced.Made, await Say());
    }

    [Theory, EveryEngine]
    public async Task Owners_speak_to_their_rally_admins_to_the_day_and_nobody_else(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (leeds, york) = (await bench.Keep(Some.Rally(day)), await bench.Keep(Some.Rally(day, "york")));
        var (owner, admin) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Admin, null));
        var announce = bench.Get<Announce>();
        var id = Guid.CreateVersion7();

        Assert.Equal(Announced.NotAllowed, await announce.AtRallyAsync(owner, id, york.Id, "Hello.", Token));
        Assert.Equal(Announced.NotAllowed, await announce.ToAllAsync(owner, id, day.Id, "Hello.", Token));
        Assert.Equal(
            Announced.NotAllowed,
            await announce.AtRallyAsync(await bench.Holding(Role.Steward, leeds), id, leeds.Id, "Hello.", Token)
        );
        Assert.Equal(Announced.NotAllowed, await announce.AtRallyAsync(admin, id, leeds.Id, "Hello.", Token));
        Assert.Equal(Announced.NotSaid, await announce.ToAllAsync(admin, id, day.Id, new string('a', 281), Token));
        Assert.Equal(Announced.NotSaid, await announce.ToAllAsync(admin, id, day.Id, " \n ", Token));
        Assert.Equal(Announced.Made, await announce.ToAllAsync(admin, id, day.Id, "A minute’s silence at seven.", Token));
        Assert.Equal(Announced.NotAllowed, await announce.TakeBackAsync(owner, id, "", Token));
        Assert.Equal(["A minute’s silence at seven."], await Said(bench));
    }

    [Theory, EveryEngine]
    public async Task An_admin_takes_down_what_an_owner_said_with_a_reason_alone(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (owner, admin, id) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Admin, null), Guid.CreateVersion7());
        var announce = bench.Get<Announce>();
        await announce.AtRallyAsync(owner, id, leeds.Id, "Buy my book.", Token);

        Assert.Equal(Announced.NotSaid, await announce.TakeBackAsync(admin, id, " ", Token));
        Assert.Equal(Announced.Made, await announce.TakeBackAsync(admin, id, "Advertising.", Token));
        Assert.Equal(Announced.AlreadySo, await announce.TakeBackAsync(owner, id, "", Token));

        await using var context = await bench.Database();
        Assert.Equal("Advertising.", (await context.Announcements.SingleAsync(Token)).TakenBackBecause);
    }

    private static async Task<List<string>> Said(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Announcements.OrderBy(a => a.MadeAt).Select(a => a.Text).ToListAsync(Token);
    }
}
