using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Domain.Merging;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Web.UseCases.MergeRallies;

namespace Rallies.Tests.UseCases;

/// <summary>Two rallies of one day become one, and two again.</summary>
public sealed class MergeRalliesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Pledges_go_to_the_one_that_stays_and_their_links_keep_working(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var (came, stood) = (await at.Pledge(at.Second, 2), await at.Pledge(at.First, 0));

        Assert.IsType<Outcome.Made>(await at.Merge());

        Assert.Equal((0, 4), (await at.People(at.Second), await at.People(at.First)));
        Assert.Equal(Change.Made, await bench.Get<KeepPledge>().BringAsync(came, 4, Token));
        Assert.Equal(6, await at.People(at.First));
        Assert.Equal(Change.Made, await bench.Get<KeepPledge>().WithdrawAsync(came, Token));
        Assert.Equal(Change.AlreadySo, await bench.Get<KeepPledge>().BringAsync(stood, 0, Token));
        Assert.Equal(1, await at.People(at.First));
    }

    [Theory, EveryEngine]
    public async Task Both_rows_of_the_board_change_with_one_version(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);

        await at.Merge();

        await using var context = await bench.Database();
        var version = await context.Days.Select(d => d.Version).SingleAsync(Token);
        Assert.Equal([version, version], await context.Rallies.OrderBy(r => r.Id).Select(r => r.Version).ToListAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task Merging_twice_is_merging_once(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);

        Assert.IsType<Outcome.Made>(await at.Merge());
        Assert.IsType<Outcome.AlreadySo>(await at.Merge());

        await using var context = await bench.Database();
        Assert.Equal(1, await context.Days.Select(d => d.Version).SingleAsync(Token));
    }

    [Theory, EveryEngine]
    public async Task A_pledge_sent_again_after_the_merging_is_the_same_pledge(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var (id, pledges) = (Guid.CreateVersion7(), bench.Get<PledgeToCome>());
        await pledges.PledgeAsync("3rd-june", "leeds-2", id, 1, null, Token);

        await at.Merge();

        var again = await pledges.PledgeAsync("3rd-june", "leeds", id, 1, null, Token);
        Assert.Equal(2, Assert.IsType<PledgeToCome.Outcome.AlreadyPledged>(again).People);
        Assert.IsType<PledgeToCome.Outcome.NoSuchRally>(
            await pledges.PledgeAsync("3rd-june", "leeds-2", Guid.CreateVersion7(), 1, null, Token)
        );
    }

    [Theory, EveryEngine]
    public async Task Undone_everybody_is_back_where_they_pledged_but_for_those_who_withdrew(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var (stays, goes, left) = (await at.Pledge(at.First, 0), await at.Pledge(at.Second, 2), await at.Pledge(at.Second, 5));
        await at.Merge();
        await bench.Get<KeepPledge>().WithdrawAsync(left, Token);
        var late = await at.Pledge(at.First, 1);

        Assert.IsType<Outcome.Made>(await at.Undo());

        Assert.Equal((3, 3), (await at.People(at.First), await at.People(at.Second)));
        Assert.Equal([at.First.Id, at.Second.Id, at.Second.Id, at.First.Id], await at.RalliesOf(stays, goes, left, late));
        Assert.IsType<Outcome.AlreadySo>(await at.Undo());
        await using var context = await bench.Database();
        var second = await context.Rallies.SingleAsync(r => r.Slug == "leeds-2", Token);
        Assert.Equal((null, null, ""), (second.MergedIntoId, second.MergedAt, second.MergedBecause));
    }

    [Theory, EveryEngine]
    public async Task In_a_chain_each_link_is_undone_on_its_own(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var third = await bench.Keep(Some.Rally(at.Day, "bradford"));
        var (one, two, three) = (await at.Pledge(at.Second, 0), await at.Pledge(at.First, 0), await at.Pledge(third, 0));
        await at.Merge();
        Assert.IsType<Outcome.Made>(await at.Merge(at.First, third));
        Assert.Equal([third.Id, third.Id, third.Id], await at.RalliesOf(one, two, three));

        Assert.IsType<Outcome.Made>(await at.Undo(at.Second));
        Assert.Equal([at.Second.Id, third.Id, third.Id], await at.RalliesOf(one, two, three));

        Assert.IsType<Outcome.Made>(await at.Undo(at.First));
        Assert.Equal([at.Second.Id, at.First.Id, third.Id], await at.RalliesOf(one, two, three));
    }

    [Theory, EveryEngine]
    public async Task The_middle_of_a_chain_takes_along_what_was_part_of_it(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var third = await bench.Keep(Some.Rally(at.Day, "bradford"));
        var (one, two) = (await at.Pledge(at.Second, 0), await at.Pledge(at.First, 0));
        await at.Merge();
        await at.Merge(at.First, third);

        await at.Undo(at.First);

        Assert.Equal([at.First.Id, at.First.Id], await at.RalliesOf(one, two));
    }

    [Theory, EveryEngine]
    public async Task After_seven_days_it_stays_as_it_is(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        await at.Merge();
        bench.Clock.Advance(Duration.FromDays(7));

        Assert.Equal(new Outcome.Refused(MergeObstacle.TooLate), await at.Undo());
    }

    [Theory, EveryEngine]
    public async Task It_needs_the_right_to_it_at_both(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var (first, second) = (await bench.Holding(Role.Owner, at.First), await bench.Holding(Role.Owner, at.Second));
        var helper = await bench.Holding(Role.CoOrganiser, at.Second);
        var both = new HeldGrants([.. first.Ids, .. second.Ids]);

        foreach (var held in new[] { first, second, new HeldGrants([.. first.Ids, .. helper.Ids]), HeldGrants.None })
            Assert.IsType<Outcome.NotAllowed>(await at.Merge(held));
        Assert.IsType<Outcome.Made>(await at.Merge(both));

        foreach (var held in new[] { first, second, HeldGrants.None })
            Assert.IsType<Outcome.NotAllowed>(await bench.Get<MergeRallies>().UndoAsync(held, at.Second.Id, Token));
        Assert.IsType<Outcome.Made>(await bench.Get<MergeRallies>().UndoAsync(both, at.Second.Id, Token));
    }

    [Theory, EveryEngine]
    public async Task What_is_not_on_stays_as_it_is(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        async Task<MergeObstacle?> Tried(Action<Rally> first, Action<Rally> second)
        {
            var one = Some.Rally(at.Day, "york", slug: $"york-{Guid.CreateVersion7():N}");
            var other = Some.Rally(at.Day, "york", slug: $"york-{Guid.CreateVersion7():N}");
            first(one);
            second(other);
            return (await at.Merge(await bench.Keep(other), await bench.Keep(one)) as Outcome.Refused)?.Why;
        }
        static void Nothing(Rally rally) { }

        Assert.Null(await Tried(Nothing, Nothing));
        Assert.Null(await Tried(Nothing, r => r.Postpone(Some.Moment)));
        Assert.Equal(MergeObstacle.NotOn, await Tried(Nothing, r => r.CallOff("Flooded", Some.Moment)));
        Assert.Equal(MergeObstacle.NotOn, await Tried(Nothing, r => r.Hide("Spam", Some.Moment)));
        Assert.Equal(MergeObstacle.SurvivorNotOn, await Tried(r => r.CallOff("Flooded", Some.Moment), Nothing));
        Assert.Equal(MergeObstacle.SurvivorNotOn, await Tried(r => r.Hide("Spam", Some.Moment), Nothing));
        Assert.Equal(MergeObstacle.SurvivorNotOn, await Tried(r => r.Postpone(Some.Moment), Nothing));
        Assert.Equal(new Outcome.Refused(MergeObstacle.SameRally), await at.Merge(at.First, at.First));
        await at.Merge();
        Assert.Equal(new Outcome.Refused(MergeObstacle.SurvivorNotOn), await at.Merge(at.First, at.Second));
    }

    [Theory, EveryEngine]
    public async Task A_rally_of_another_day_is_no_other_half(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var elsewhen = await bench.Keep(Some.Rally(await bench.Keep(Some.Day("may-day", "May Day", new(2028, 5, 20)))));

        Assert.IsType<Outcome.NotFound>(await at.Merge(at.Second, elsewhen));
        Assert.IsType<Outcome.NotFound>(await bench.Get<MergeRallies>().MergeAsync(at.Admin, at.First.Id, 4711, "Why not", Token));
    }

    [Theory, EveryEngine]
    public async Task From_the_opening_of_the_doors_on_and_once_somebody_was_counted_they_stay_two(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        bench.Clock.Now = Instant.FromUtc(2028, 6, 3, 15, 0); // two hours before six in the evening, UK time
        Assert.Equal(new Outcome.Refused(MergeObstacle.Counted), await at.Merge());

        bench.Clock.Now = Instant.FromUtc(2028, 6, 3, 14, 59);
        await bench.Keep(
            new CheckIn
            {
                Id = Guid.CreateVersion7(),
                RallyId = at.First.Id,
                With = 0,
                ReceivedAt = bench.Clock.Now,
                IsSure = false,
            }
        );
        Assert.Equal(new Outcome.Refused(MergeObstacle.Counted), await at.Merge());
    }

    [Theory, EveryEngine]
    public async Task Of_two_who_merge_them_both_ways_at_once_one_is_refused(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        await at.Pledge(at.First, 0);
        await at.Pledge(at.Second, 0);

        var ended = await Task.WhenAll(
            Task.Run(() => at.Merge(at.Second, at.First), Token),
            Task.Run(() => at.Merge(at.First, at.Second), Token)
        );

        Assert.Single(ended, e => e is Outcome.Made);
        Assert.Single(ended, e => e == new Outcome.Refused(MergeObstacle.SurvivorNotOn));
        Assert.Equal(2, await at.People(at.First) + await at.People(at.Second));
    }

    [Theory, EveryEngine]
    public async Task Of_two_who_merge_one_into_different_rallies_at_once_one_is_refused(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var third = await bench.Keep(Some.Rally(at.Day, "bradford"));
        await at.Pledge(at.Second, 3);

        var ended = await Task.WhenAll(
            Task.Run(() => at.Merge(at.Second, at.First), Token),
            Task.Run(() => at.Merge(at.Second, third), Token)
        );

        Assert.Single(ended, e => e is Outcome.Made);
        Assert.Single(ended, e => e == new Outcome.Refused(MergeObstacle.NotOn));
        Assert.Equal([0, 4], new[] { await at.People(at.First), await at.People(third) }.Order());
    }

    [Theory, EveryEngine]
    public async Task Organisers_with_a_confirmed_address_are_told_why(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench, reached: true);

        await at.Merge();

        var mails = await bench.Mails();
        Assert.Equal(["second@example.org", "first@example.org"], mails.Select(m => m.Recipient));
        Assert.Equal(
            ["Your rally in Leeds is part of another now", "Another rally is part of yours in Leeds now"],
            mails.Select(m => m.Subject)
        );
        Assert.All(mails, m => Assert.Contains("The same people called both.", m.Body, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains("https://rallies.example.org/3rd-june/leeds\n", m.Body, StringComparison.Ordinal));
        Assert.Contains("https://rallies.example.org/organise/3rd-june/leeds-2", mails[0].Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task What_is_part_of_another_is_changed_by_nobody_but_a_moderator(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var at = await TwoInLeeds.On(bench);
        var owner = await bench.Holding(Role.Owner, at.Second);
        await at.Merge();

        Assert.Equal(
            Change.PartOfAnother,
            await bench.Get<EditRally>().MeetAsync(owner, at.Second.Id, new MeetingPoint("Briggate", null, null), Token)
        );
        Assert.Equal(
            Change.PartOfAnother,
            await bench
                .Get<KeepRunningOrder>()
                .AddAsync(owner, at.Second.Id, new("Speeches", 5, null, Rallies.Domain.Speakers.SlotStatus.Confirmed), Token)
        );
        Assert.Equal(Change.Made, await bench.Get<ModerateRally>().HideAsync(at.Admin, at.Second.Id, "Spam", Token));
    }
}
