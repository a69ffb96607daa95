using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class KeepRunningOrderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Two_people_drag_at_once_and_no_place_is_taken_twice(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (owner, other) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.CoOrganiser, leeds));
        var order = bench.Get<KeepRunningOrder>();
        for (var i = 0; i < 6; i++)
            await order.AddAsync(owner, leeds.Id, new($"Slot {i}", 5, null, SlotStatus.Confirmed), Token);
        var slots = await Slots(bench);

        await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => order.MoveAsync(i % 2 == 0 ? owner : other, leeds.Id, slots[i % 6].Id, i * 7 % 6, Token))
        );

        Assert.Equal([0, 1, 2, 3, 4, 5], (await Slots(bench)).Select(s => s.Position));
    }

    [Theory, EveryEngine]
    public async Task Stewards_and_other_towns_do_not_touch_it(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (leeds, york) = (await bench.Keep(Some.Rally(day)), await bench.Keep(Some.Rally(day, "york")));
        var order = bench.Get<KeepRunningOrder>();
        var slot = new KeepRunningOrder.SlotAsked("Welcome", 5, null, SlotStatus.Confirmed);

        Assert.Equal(Change.NotAllowed, await order.AddAsync(await bench.Holding(Role.Steward, leeds), leeds.Id, slot, Token));
        Assert.Equal(Change.NotAllowed, await order.AddAsync(await bench.Holding(Role.Owner, york), leeds.Id, slot, Token));
        Assert.Equal(Change.NotFound, await order.AddAsync(await bench.Holding(Role.Owner, leeds), 99_999, slot, Token));
        Assert.Empty(await Slots(bench));
    }

    [Theory, EveryEngine]
    public async Task The_same_speaker_in_two_towns_is_one_person_and_a_namesake_another(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (leeds, york) = (await bench.Keep(Some.Rally(day)), await bench.Keep(Some.Rally(day, "york")));
        var order = bench.Get<KeepRunningOrder>();
        KeepRunningOrder.SlotAsked Speech(string of) => new("", 5, new("Siân Powell", SpeakerRole.Striker, of), SlotStatus.Invited);

        await order.AddAsync(await bench.Holding(Role.Owner, leeds), leeds.Id, Speech("Goole docks"), Token);
        await order.AddAsync(await bench.Holding(Role.Owner, york), york.Id, Speech("Goole docks"), Token);
        await order.AddAsync(await bench.Holding(Role.Owner, york), york.Id, Speech("Selby buses"), Token);

        await using var context = await bench.Database();
        Assert.Equal(["sian-powell", "sian-powell-2"], await context.Speakers.OrderBy(s => s.Id).Select(s => s.Slug).ToListAsync(Token));
    }

    private static async Task<List<Slot>> Slots(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Slots.AsNoTracking().OrderBy(s => s.Position).ToListAsync(Token);
    }
}
