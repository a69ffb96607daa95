using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class RallyChangeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;
    private static readonly MeetingPoint briggate = new("Briggate", null, null);

    [Theory, EveryEngine]
    public async Task An_owner_changes_the_place_and_the_day_s_version_rises(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var leeds = await bench.Keep(Some.Rally(day));
        var held = await bench.Holding(Role.Owner, leeds);

        Assert.Equal(Change.Made, await bench.Get<EditRally>().MeetAsync(held, leeds.Id, briggate, Token));
        Assert.Equal(Change.AlreadySo, await bench.Get<EditRally>().MeetAsync(held, leeds.Id, briggate, Token));

        await using var context = await bench.Database();
        var stored = await context.Rallies.SingleAsync(Token);
        Assert.Equal((briggate, 1, 1L), (stored.MeetingPoint, stored.Sequence, stored.Version));
        Assert.Equal(1, (await context.Days.SingleAsync(Token)).Version);
    }

    [Theory, EveryEngine]
    public async Task Nobody_else_does(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var leeds = await bench.Keep(Some.Rally(day));
        var bradford = await bench.Keep(Some.Rally(day, "bradford"));
        var revoked = await bench.Holding(Role.Owner, leeds);
        await using (var context = await bench.Database())
        {
            (await context.Grants.SingleAsync(Token)).Revoke(bench.Clock.Now);
            await context.SaveChangesAsync(Token);
        }

        HeldGrants[] others =
        [
            HeldGrants.None,
            HeldGrants.None.With(Guid.CreateVersion7()),
            revoked,
            await bench.Holding(Role.Owner, bradford),
            await bench.Holding(Role.Steward, leeds),
            await bench.Holding(Role.Admin, null),
        ];
        foreach (var held in others)
            Assert.Equal(Change.NotAllowed, await bench.Get<EditRally>().MeetAsync(held, leeds.Id, briggate, Token));

        await using var after = await bench.Database();
        Assert.Equal(
            (0, 0L),
            (
                await after.Rallies.Where(r => r.Id == leeds.Id).Select(r => r.Sequence).SingleAsync(Token),
                await after.Days.Select(d => d.Version).SingleAsync(Token)
            )
        );
    }

    [Theory, EveryEngine]
    public async Task A_co_organiser_edits_but_does_not_call_off(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var held = await bench.Holding(Role.CoOrganiser, leeds);

        Assert.Equal(Change.Made, await bench.Get<EditRally>().MeetAsync(held, leeds.Id, briggate, Token));
        Assert.Equal(Change.NotAllowed, await bench.Get<EditRally>().CallOffAsync(held, leeds.Id, "Storm", Token));
    }

    [Theory, EveryEngine]
    public async Task Changes_at_once_take_versions_one_after_the_other(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var leeds = await bench.Keep(Some.Rally(day));
        var held = await bench.Holding(Role.Owner, leeds);
        var edit = bench.Get<EditRally>();

        var changes = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(n => Task.Run(() => edit.MeetAsync(held, leeds.Id, new MeetingPoint($"Arch {n}", null, null), Token)))
        );

        Assert.All(changes, change => Assert.Equal(Change.Made, change));
        await using var context = await bench.Database();
        var stored = await context.Rallies.SingleAsync(Token);
        Assert.Equal((10, 10L), (stored.Sequence, stored.Version));
    }

    [Theory, EveryEngine]
    public async Task No_such_rally_is_said(Engine engine)
    {
        await using var bench = await Bench.On(engine);

        Assert.Equal(Change.NotFound, await bench.Get<EditRally>().MeetAsync(HeldGrants.None, 404, briggate, Token));
    }
}
