using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

/// <summary>Two rallies that were started in Leeds for the same day, leeds and leeds-2, and an admin who would have one.</summary>
internal sealed class TwoInLeeds
{
    private readonly Bench bench;

    private TwoInLeeds(Bench bench, DayOfAction day, Rally first, Rally second, HeldGrants admin) =>
        (this.bench, Day, First, Second, Admin) = (bench, day, first, second, admin);

    public DayOfAction Day { get; }
    public Rally First { get; }
    public Rally Second { get; }
    public HeldGrants Admin { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="reached">Their organisers have confirmed an address.</param>
    public static async Task<TwoInLeeds> On(Bench bench, bool reached = false)
    {
        var day = await bench.Keep(Some.Day());
        var (first, second) = (Some.Rally(day), Some.Rally(day, place: "City Square", slug: "leeds-2"));
        if (reached)
            foreach (var (rally, mail) in new[] { (first, "first@example.org"), (second, "second@example.org") })
            {
                rally.ReachedAt(bench.Sealing.Seal(mail));
                rally.ConfirmContact(Some.Moment);
            }
        return new(bench, day, await bench.Keep(first), await bench.Keep(second), await bench.Holding(Role.Admin, null));
    }

    public Task<MergeRallies.Outcome> Merge() => Merge(Second, First);

    public Task<MergeRallies.Outcome> Merge(HeldGrants held) => Merge(Second, First, held);

    public Task<MergeRallies.Outcome> Merge(Rally goes, Rally stays, HeldGrants? held = null) =>
        bench.Get<MergeRallies>().MergeAsync(held ?? Admin, goes.Id, stays.Id, "The same people called both.", Token);

    public Task<MergeRallies.Outcome> Undo(Rally? merged = null) =>
        bench.Get<MergeRallies>().UndoAsync(Admin, (merged ?? Second).Id, Token);

    public async Task<Secret> Pledge(Rally rally, int bringing) =>
        Assert
            .IsType<PledgeToCome.Outcome.Pledged>(
                await bench.Get<PledgeToCome>().PledgeAsync(Day.Slug, rally.Slug, Guid.CreateVersion7(), bringing, null, Token)
            )
            .Withdraw;

    public async Task<int> People(Rally rally)
    {
        await using var context = await bench.Database();
        return (await context.Pledges.Where(p => p.RallyId == rally.Id).ToListAsync(Token)).Sum(p => p.People);
    }

    /// <summary>The rallies that these pledges are for now.</summary>
    public async Task<IReadOnlyList<int>> RalliesOf(params Secret[] pledges)
    {
        await using var context = await bench.Database();
        var known = await context.Pledges.ToListAsync(Token);
        return [.. pledges.Select(secret => known.Single(p => p.SecretHash.AsSpan().SequenceEqual(secret.Hash())).RallyId)];
    }
}
