using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class CueSpeakersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task A_tap_sent_twice_counts_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, _) = await SixOClock(bench);
        var (chair, tap) = (await bench.Holding(Role.Steward, leeds), Guid.CreateVersion7());
        var cues = bench.Get<CueSpeakers>();

        Assert.Equal(Cued.Made, await cues.ShiftAsync(chair, leeds.Id, tap, 5, Token));
        Assert.Equal(Cued.AlreadySo, await cues.ShiftAsync(chair, leeds.Id, tap, 5, Token));

        Assert.Equal([Duration.FromMinutes(5)], await Shifts(bench));
    }

    [Theory, EveryEngine]
    public async Task Two_hands_that_put_on_the_same_speaker_do_it_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, slots) = await SixOClock(bench);
        var (owner, steward) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Steward, leeds));
        var cues = bench.Get<CueSpeakers>();
        bench.Clock.Advance(Duration.FromMinutes(7));

        Assert.Equal(Cued.Made, await cues.PutOnAsync(owner, leeds.Id, Guid.CreateVersion7(), slots[1].Id, Token));
        bench.Clock.Advance(Duration.FromSeconds(20));
        Assert.Equal(Cued.AlreadySo, await cues.PutOnAsync(steward, leeds.Id, Guid.CreateVersion7(), slots[1].Id, Token));

        Assert.Equal([Duration.FromMinutes(2)], await Shifts(bench));
    }

    [Theory, EveryEngine]
    public async Task The_last_tap_can_be_taken_back_and_only_the_last(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, _) = await SixOClock(bench);
        var chair = await bench.Holding(Role.CoOrganiser, leeds);
        var cues = bench.Get<CueSpeakers>();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await cues.ShiftAsync(chair, leeds.Id, first, 1, Token);
        bench.Clock.Advance(Duration.FromSeconds(5));
        await cues.ShiftAsync(chair, leeds.Id, second, 5, Token);

        Assert.Equal(Cued.AlreadySo, await cues.TakeBackAsync(chair, leeds.Id, first, Token));
        Assert.Equal(Cued.Made, await cues.TakeBackAsync(chair, leeds.Id, second, Token));

        Assert.Equal([Duration.FromMinutes(1)], await Shifts(bench));
    }

    [Theory, EveryEngine]
    public async Task Other_towns_other_hours_and_strangers_are_refused(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, slots) = await SixOClock(bench);
        var york = await bench.Keep(Some.Rally((await Day(bench))!, "york"));
        var cues = bench.Get<CueSpeakers>();
        var (chair, stranger) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Owner, york));

        Assert.Equal(Cued.NotAllowed, await cues.PutOnAsync(stranger, leeds.Id, Guid.CreateVersion7(), slots[0].Id, Token));
        Assert.Equal(Cued.NotAllowed, await cues.TakeBackAsync(stranger, leeds.Id, Guid.CreateVersion7(), Token));
        Assert.Equal(Cued.NotFound, await cues.PutOnAsync(chair, leeds.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), Token));
        bench.Clock.Advance(Duration.FromHours(-3));
        Assert.Equal(Cued.NotNow, await cues.PutOnAsync(chair, leeds.Id, Guid.CreateVersion7(), slots[0].Id, Token));
        Assert.Empty(await Shifts(bench));
    }

    [Theory, EveryEngine]
    public async Task Who_watches_is_told_after_the_commit(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, slots) = await SixOClock(bench);
        var seen = new List<(Happening, int)>();
        using var watching = bench.Get<Happenings>().Watch(async (happening, _) => seen.Add((happening, (await Shifts(bench)).Count)));

        await bench
            .Get<CueSpeakers>()
            .PutOnAsync(await bench.Holding(Role.Owner, leeds), leeds.Id, Guid.CreateVersion7(), slots[1].Id, Token);

        Assert.Equal([(new Happening.SpeakersCued(leeds.DayId, leeds.Id), 1)], seen);
    }

    private static async Task<(Rally, IReadOnlyList<Slot>)> SixOClock(Bench bench)
    {
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        Slot[] slots = [new(leeds.Id, 0, "Welcome", 5, null), new(leeds.Id, 1, "Speech", 5, null), new(leeds.Id, 2, "Song", 5, null)];
        foreach (var slot in slots)
            await bench.Keep(slot);
        bench.Clock.Now = FakeClock.At("Europe/London", new(2028, 6, 3, 18, 0)).Now;
        return (leeds, slots);
    }

    private static async Task<DayOfAction?> Day(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Days.AsNoTracking().SingleAsync(Token);
    }

    private static async Task<List<Duration>> Shifts(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Cues.Where(c => c.TakenBackAt == null).OrderBy(c => c.At).Select(c => c.Shift).ToListAsync(Token);
    }
}
