using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Disputes;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class KeepDisputesTests
{
    private static readonly KeepDisputes.DisputeAsked asked = new(
        "Port Workers' Union",
        "Humber Cargo",
        DisputeStage.Action,
        "https://example.org/humber-cargo",
        "Night shifts paid as night shifts.",
        "",
        null,
        null
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Admins_enter_owners_propose_and_nobody_else_may(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (leeds, york) = (await bench.Keep(Some.Rally(day)), await bench.Keep(Some.Rally(day, "york")));
        var (keep, owner) = (bench.Get<KeepDisputes>(), await bench.Holding(Role.Owner, leeds));

        Assert.NotNull(await keep.EnterAsync(await bench.Holding(Role.Admin, null), null, asked, Token));
        Assert.NotNull(await keep.EnterAsync(owner, leeds.Id, asked, Token));
        Assert.Null(await keep.EnterAsync(owner, null, asked, Token));
        Assert.Null(await keep.EnterAsync(owner, york.Id, asked, Token));
        Assert.Null(await keep.EnterAsync(await bench.Holding(Role.Steward, leeds), leeds.Id, asked, Token));
        Assert.Null(await keep.EnterAsync(HeldGrants.None, leeds.Id, asked, Token));

        await using var context = await bench.Database();
        Assert.Equal(
            [("humber-cargo", true), ("humber-cargo-2", false)],
            (await context.Disputes.OrderBy(d => d.Id).ToListAsync(Token)).Select(d => (d.Slug, d.AcceptedAt is not null))
        );
    }

    [Theory, EveryEngine]
    public async Task Only_admins_accept_suspend_and_keep_lines(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var leeds = await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var dispute = await bench.Keep(Some.Dispute(proposedBy: leeds.Id));
        var line = await bench.Keep(Some.Line(dispute.Id));
        var (keep, lines, owner, admin) = (
            bench.Get<KeepDisputes>(),
            bench.Get<KeepPicketLines>(),
            await bench.Holding(Role.Owner, leeds),
            await bench.Holding(Role.Admin, null)
        );

        Assert.Equal(Change.NotAllowed, await keep.AcceptAsync(owner, dispute.Id, Token));
        Assert.Equal(Change.NotAllowed, await keep.ReachAsync(owner, dispute.Id, DisputeStage.Suspended, Token));
        Assert.Equal(Change.NotAllowed, await lines.AddAsync(owner, dispute.Id, _ => Some.Line(dispute.Id), Token));
        Assert.Equal(Change.NotAllowed, await lines.ConfirmAsync(owner, dispute.Id, line.Id, Token));
        Assert.Equal(Change.NotAllowed, await lines.RemoveAsync(owner, dispute.Id, line.Id, Token));

        Assert.Equal(Change.Made, await keep.AcceptAsync(admin, dispute.Id, Token));
        Assert.Equal(Change.AlreadySo, await keep.AcceptAsync(admin, dispute.Id, Token));
        Assert.Equal(Change.Made, await lines.AddAsync(admin, dispute.Id, _ => Some.Line(dispute.Id), Token));
        Assert.Equal(Change.Made, await lines.ConfirmAsync(admin, dispute.Id, line.Id, Token));
        Assert.Equal(Change.NotFound, await lines.ConfirmAsync(admin, dispute.Id, line.Id + 1000, Token));
        Assert.Equal(Change.NotFound, await keep.AcceptAsync(admin, dispute.Id + 1000, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => lines.AddAsync(admin, dispute.Id, _ => Some.Line(dispute.Id + 1), Token));
    }

    [Theory, EveryEngine]
    public async Task Two_disputes_of_one_employer_entered_at_once_get_two_slugs(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (keep, admin) = (bench.Get<KeepDisputes>(), await bench.Holding(Role.Admin, null));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => keep.EnterAsync(admin, null, asked, Token)));

        await using var context = await bench.Database();
        Assert.Equal(4, await context.Disputes.Select(d => d.Slug).Distinct().CountAsync(Token));
    }
}
