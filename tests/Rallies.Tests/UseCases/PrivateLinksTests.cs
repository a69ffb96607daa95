using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class PrivateLinksTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task An_owner_makes_a_named_link_and_ends_it_at_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var owner = await bench.Holding(Role.Owner, leeds);
        var (links, book) = (bench.Get<PrivateLinks>(), bench.Get<GrantBook>());

        var secret = (await links.MakeAsync(owner, leeds.Id, Role.Steward, "Door 2, Amina", Token))!.Value;
        var steward = (await book.FindAsync(secret, Token))!;
        Assert.Equal((Role.Steward, "Door 2, Amina", leeds.Id), (steward.Role, steward.Name, steward.RallyId));

        Assert.Equal(Change.Made, await links.RevokeAsync(owner, steward.Id, Token));
        Assert.Equal(Change.AlreadySo, await links.RevokeAsync(owner, steward.Id, Token));
        Assert.Null(await book.FindAsync(secret, Token));
        Assert.Empty(await book.LiveAsync(HeldGrants.None.With(steward.Id), Token));
    }

    [Theory, EveryEngine]
    public async Task Stewards_make_none_and_co_organisers_only_stewards(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var links = bench.Get<PrivateLinks>();
        var (steward, coOrganiser) = (await bench.Holding(Role.Steward, leeds), await bench.Holding(Role.CoOrganiser, leeds));

        Assert.Null(await links.MakeAsync(steward, leeds.Id, Role.Steward, "Joe", Token));
        Assert.Null(await links.MakeAsync(coOrganiser, leeds.Id, Role.CoOrganiser, "Joe", Token));
        Assert.NotNull(await links.MakeAsync(coOrganiser, leeds.Id, Role.Steward, "Joe", Token));
        Assert.Equal(Change.NotAllowed, await links.RevokeAsync(coOrganiser, steward.Ids[0], Token));
    }

    [Theory, EveryEngine]
    public async Task An_owner_reaches_no_other_rally_s_links_and_does_not_cut_off_the_own_branch(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (leeds, bradford) = (await bench.Keep(Some.Rally(day)), await bench.Keep(Some.Rally(day, "bradford")));
        var (owner, other) = (await bench.Holding(Role.Owner, leeds), await bench.Holding(Role.Steward, bradford));
        var links = bench.Get<PrivateLinks>();

        Assert.Null(await links.MakeAsync(owner, bradford.Id, Role.Steward, "Joe", Token));
        Assert.Equal(Change.NotAllowed, await links.RevokeAsync(owner, other.Ids[0], Token));
        Assert.Equal(Change.NotAllowed, await links.RevokeAsync(owner, owner.Ids[0], Token));
        Assert.Equal(Change.NotFound, await links.RevokeAsync(owner, Guid.CreateVersion7(), Token));
    }

    [Theory, EveryEngine]
    public async Task Use_is_noted_to_the_hour(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var held = await bench.Holding(Role.Owner, leeds);
        bench.Clock.Now = Instant.FromUtc(2028, 6, 1, 9, 41);

        await bench.Get<PrivateLinks>().NoteUseAsync(held, Token);

        await using var context = await bench.Database();
        Assert.Equal(Instant.FromUtc(2028, 6, 1, 9, 0), await context.Grants.Select(g => g.LastUsedAt).SingleAsync(Token));
    }
}
