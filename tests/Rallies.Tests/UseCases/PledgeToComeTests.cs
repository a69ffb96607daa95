using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;
using static Rallies.Web.UseCases.PledgeToCome.Outcome;

namespace Rallies.Tests.UseCases;

public sealed class PledgeToComeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task The_same_again_changes_nothing_and_gets_the_same_answer(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (pledges, id) = (bench.Get<PledgeToCome>(), Guid.CreateVersion7());

        var first = Assert.IsType<Pledged>(await pledges.PledgeAsync("3rd-june", "leeds", id, 2, "joe@example.org", Token));
        var again = Assert.IsType<AlreadyPledged>(await pledges.PledgeAsync("3rd-june", "leeds", id, 2, " JOE@example.org", Token));

        Assert.Equal((3, 3), (first.People, again.People));
        Assert.Equal(first.Withdraw, again.Withdraw);
        Assert.Single(await bench.Mails());
    }

    [Theory, EveryEngine]
    public async Task Other_content_under_the_same_id_is_refused(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        await bench.Keep(Some.Rally(day));
        await bench.Keep(Some.Rally(day, "bradford"));
        var (pledges, id) = (bench.Get<PledgeToCome>(), Guid.CreateVersion7());
        var first = Assert.IsType<Pledged>(await pledges.PledgeAsync("3rd-june", "leeds", id, 2, "joe@example.org", Token));

        Assert.Equal(new IdReused(first.Withdraw), await pledges.PledgeAsync("3rd-june", "leeds", id, 3, "joe@example.org", Token));
        Assert.Equal(new IdReused(first.Withdraw), await pledges.PledgeAsync("3rd-june", "leeds", id, 2, null, Token));
        Assert.Equal(new IdReused(first.Withdraw), await pledges.PledgeAsync("3rd-june", "leeds", id, 2, "amina@example.org", Token));
        Assert.Equal(new IdReused(null), await pledges.PledgeAsync("3rd-june", "bradford", id, 2, "joe@example.org", Token));
    }

    [Theory, EveryEngine]
    public async Task A_late_retry_neither_revives_nor_undoes_what_was_changed_since(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (pledges, keep, id) = (bench.Get<PledgeToCome>(), bench.Get<KeepPledge>(), Guid.CreateVersion7());
        var first = Assert.IsType<Pledged>(await pledges.PledgeAsync("3rd-june", "leeds", id, 2, null, Token));

        await keep.BringAsync(first.Withdraw, 4, Token);
        Assert.Equal(new AlreadyPledged(5, first.Withdraw), await pledges.PledgeAsync("3rd-june", "leeds", id, 2, null, Token));
        await keep.WithdrawAsync(first.Withdraw, Token);
        Assert.Equal(new AlreadyPledged(0, first.Withdraw), await pledges.PledgeAsync("3rd-june", "leeds", id, 2, null, Token));
    }

    [Theory, EveryEngine]
    public async Task Fifty_at_once_are_all_counted(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        await bench.Keep(Some.Rally(day));
        var pledges = bench.Get<PledgeToCome>();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => pledges.PledgeAsync("3rd-june", "leeds", Guid.CreateVersion7(), i % 3, null, Token))
        );

        var people = 50 + Enumerable.Range(0, 50).Sum(i => i % 3);
        Assert.Equal(people, outcomes.Cast<Pledged>().Max(o => o.People));
        Assert.Equal(50, outcomes.Cast<Pledged>().Select(o => o.People).Distinct().Count());
        await using var context = await bench.Database();
        Assert.Equal(people, await context.Pledges.SumAsync(p => 1 + p.Bringing, Token));
        Assert.Equal(50, (await context.Days.SingleAsync(Token)).Version);
    }

    [Theory, EveryEngine]
    public async Task One_id_sent_twice_at_once_is_one_pledge(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day("mayday"))));
        var (pledges, id) = (bench.Get<PledgeToCome>(), Guid.CreateVersion7());

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => pledges.PledgeAsync(i % 2 == 0 ? "3rd-june" : "mayday", "leeds", id, 0, null, Token))
        );

        Assert.Single(outcomes.OfType<Pledged>());
        Assert.Equal(3, outcomes.OfType<AlreadyPledged>().Count());
        Assert.Equal(4, outcomes.OfType<IdReused>().Count());
    }

    [Theory, EveryEngine]
    public async Task A_stranger_gets_one_letter_however_often_their_address_is_given(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        await bench.Keep(Some.Rally(day));
        await bench.Keep(Some.Rally(day, "bradford"));
        var pledges = bench.Get<PledgeToCome>();

        for (var i = 0; i < 5; i++)
            await pledges.PledgeAsync("3rd-june", i % 2 == 0 ? "leeds" : "bradford", Guid.CreateVersion7(), 0, "joe@example.org", Token);

        Assert.Single(await bench.Mails());
    }

    [Theory, EveryEngine]
    public async Task A_confirmed_address_gets_three_mails_a_day_and_is_then_not_kept(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (pledges, keep, secrets) = (bench.Get<PledgeToCome>(), bench.Get<KeepPledge>(), bench.Get<PledgeSecrets>());

        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            await pledges.PledgeAsync("3rd-june", "leeds", id, 0, "joe@example.org", Token);
            await keep.ConfirmMailAsync(secrets.OfMail(id), Token);
        }

        Assert.Equal(3, (await bench.Mails()).Count);
        await using var context = await bench.Database();
        Assert.Null((await context.Pledges.SingleAsync(p => p.Id == ids[3], Token)).SealedMail);
        Assert.IsType<AlreadyPledged>(await pledges.PledgeAsync("3rd-june", "leeds", ids[3], 0, "joe@example.org", Token));
    }

    [Theory, EveryEngine]
    public async Task A_pledge_whose_letter_never_went_out_keeps_no_other_from_being_asked_about(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var pledges = bench.Get<PledgeToCome>();
        await pledges.PledgeAsync("3rd-june", "leeds", Guid.CreateVersion7(), 0, "joe@example.org", Token);
        bench.Clock.Advance(Duration.FromHours(40));
        await pledges.PledgeAsync("3rd-june", "leeds", Guid.CreateVersion7(), 0, "joe@example.org", Token);
        bench.Clock.Advance(Duration.FromHours(20));
        var third = Guid.CreateVersion7();

        await pledges.PledgeAsync("3rd-june", "leeds", third, 0, "joe@example.org", Token);

        var mails = await bench.Mails();
        Assert.Equal(2, mails.Count);
        Assert.Contains(bench.Get<PledgeSecrets>().OfMail(third).Text, mails[1].Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task What_the_day_s_third_mail_held_up_is_asked_about_the_day_after(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (pledges, keep, secrets) = (bench.Get<PledgeToCome>(), bench.Get<KeepPledge>(), bench.Get<PledgeSecrets>());
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            await pledges.PledgeAsync("3rd-june", "leeds", id, 0, "joe@example.org", Token);
            bench.Clock.Advance(Duration.FromSeconds(1));
        }
        foreach (var id in ids.Take(3))
            await keep.ConfirmMailAsync(secrets.OfMail(id), Token);
        Assert.Equal(3, (await bench.Mails()).Count);

        bench.Clock.Advance(Duration.FromHours(24));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);

        Assert.Contains(secrets.OfMail(ids[3]).Text, Assert.Single(await bench.Mails()).Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Nobody_pledges_for_what_is_off_over_hidden_or_unknown(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (off, hidden, postponed) = (Some.Rally(day), Some.Rally(day, "bradford"), Some.Rally(day, "york"));
        off.CallOff("The square floods.", Some.Moment);
        hidden.Hide("Fake.", Some.Moment);
        postponed.Postpone(Some.Moment);
        await bench.Keep(off);
        await bench.Keep(hidden);
        await bench.Keep(postponed);
        await bench.Keep(Some.Rally(day, "kingston-upon-hull", slug: "hull"));
        Task<PledgeToCome.Outcome> Pledge(string town) =>
            bench.Get<PledgeToCome>().PledgeAsync("3rd-june", town, Guid.CreateVersion7(), 0, null, Token);

        Assert.IsType<NotTaking>(await Pledge("leeds"));
        Assert.IsType<NoSuchRally>(await Pledge("bradford"));
        Assert.IsType<NotTaking>(await Pledge("york"));
        Assert.IsType<NoSuchRally>(await Pledge("goole"));
        bench.Clock.Now = Instant.FromUtc(2028, 6, 3, 18, 59);
        Assert.IsType<Pledged>(await Pledge("hull"));
        bench.Clock.Now = Instant.FromUtc(2028, 6, 3, 19, 0);
        Assert.IsType<NotTaking>(await Pledge("hull"));
        await using var context = await bench.Database();
        Assert.Equal(1, (await context.Days.SingleAsync(Token)).Version);
    }
}
