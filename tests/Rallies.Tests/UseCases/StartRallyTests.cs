using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Web.UseCases.StartRally;

namespace Rallies.Tests.UseCases;

public sealed class StartRallyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Towns_that_start_in_the_same_moment_get_slugs_of_their_own(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var start = bench.Get<StartRally>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => start.StartAsync(Wish("leeds"), Token))));

        string[] slugs = ["leeds", .. Enumerable.Range(2, 11).Select(n => $"leeds-{n}")];
        Assert.Equal(slugs.Order(), outcomes.Cast<Outcome.Started>().Select(o => o.Town).Order());
        await using var context = await bench.Database();
        Assert.Equal(12, await context.Days.Select(d => d.Version).SingleAsync(Token));
        Assert.Equal(
            Enumerable.Range(1, 12).Select(n => (long)n),
            await context.Rallies.Select(r => r.Version).OrderBy(v => v).ToListAsync(Token)
        );
    }

    [Theory, EveryEngine]
    public async Task A_form_sent_many_times_at_once_starts_one_rally_and_tells_one_link(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var start = bench.Get<StartRally>();
        var wish = Wish("goole") with { Form = Guid.CreateVersion7() };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => start.StartAsync(wish, Token))));

        Assert.Single(outcomes.Cast<Outcome.Started>().Select(o => o.OwnerLink).Distinct());
        await using var context = await bench.Database();
        Assert.Equal(
            (1, 1, 1),
            (await context.Rallies.CountAsync(Token), await context.Grants.CountAsync(Token), await context.Outbox.CountAsync(Token))
        );
    }

    [Theory, EveryEngine]
    public async Task A_form_sent_again_tells_no_link_to_another_contact_nor_after_an_hour_nor_once_revoked(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var start = bench.Get<StartRally>();
        var wish = Wish("goole") with { Form = Guid.CreateVersion7() };
        var first = (Outcome.Started)await start.StartAsync(wish, Token);

        Assert.Equal(
            new Outcome.StartedBefore("3rd-june", "goole"),
            await start.StartAsync(wish with { Contact = "joe@example.org" }, Token)
        );
        Assert.Equal(
            first.OwnerLink,
            ((Outcome.Started)await start.StartAsync(wish with { Town = Some.Town("bradford") }, Token)).OwnerLink
        );

        await using (var context = await bench.Database())
            await context.Grants.ExecuteUpdateAsync(grant => grant.SetProperty(g => g.RevokedAt, bench.Clock.Now), Token);
        Assert.IsType<Outcome.StartedBefore>(await start.StartAsync(wish, Token));

        await using (var context = await bench.Database())
            await context.Grants.ExecuteUpdateAsync(grant => grant.SetProperty(g => g.RevokedAt, (Instant?)null), Token);
        bench.Clock.Advance(RepeatWithin);
        Assert.IsType<Outcome.StartedBefore>(await start.StartAsync(wish, Token));
    }

    [Theory, EveryEngine]
    public async Task Its_owner_s_link_works_and_its_contact_is_sealed(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());

        var started = (Outcome.Started)
            await bench.Get<StartRally>().StartAsync(Wish("goole") with { DifferentBecause = "Ours is at noon" }, Token);

        var grant = await bench.Get<GrantBook>().FindAsync(started.OwnerLink, Token);
        await using var context = await bench.Database();
        var rally = await context.Rallies.SingleAsync(Token);
        Assert.Equal((Role.Owner, rally.Id, started.Grant), (grant!.Role, grant.RallyId, grant.Id));
        Assert.Equal(("Ours is at noon", RallyStatus.Tentative), (rally.DifferentBecause, rally.Status));
        Assert.DoesNotContain("example.org", rally.SealedContact!, StringComparison.Ordinal);
        Assert.Equal("amina@example.org", bench.Sealing.TryOpen(rally.SealedContact!));
        var (recipient, subject, body) = Assert.Single(await bench.Mails());
        Assert.Equal(("amina@example.org", "Your rally in Goole is live: 3 June"), (recipient, subject));
        Assert.Contains($"https://rallies.example.org/k/{started.OwnerLink.Text}", body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task An_address_gets_three_mails_a_day_and_a_fourth_rally_all_the_same(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var start = bench.Get<StartRally>();

        var mailed = new List<bool>();
        foreach (var town in (string[])["goole", "selby", "bradford", "leeds"])
            mailed.Add(
                (
                    (Outcome.Started)
                        await start.StartAsync(
                            Wish(town) with
                            {
                                Contact = town == "bradford" ? "AMINA@example.org" : "amina@example.org",
                            },
                            Token
                        )
                ).Mailed
            );

        Assert.Equal([true, true, true, false], mailed);
        bench.Clock.Advance(Duration.FromHours(24));
        Assert.True(((Outcome.Started)await start.StartAsync(Wish("york"), Token)).Mailed);
    }

    [Theory, EveryEngine]
    public async Task Nothing_starts_on_a_day_that_is_not_or_is_over_or_is_called_off(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var off = Some.Day("may-day", "May Day");
        off.CallOff(Some.Moment);
        await bench.Keep(off);
        var start = bench.Get<StartRally>();

        Assert.IsType<Outcome.NoSuchDay>(await start.StartAsync(Wish("leeds") with { Day = "4th-june" }, Token));
        Assert.IsType<Outcome.DayIsOver>(await start.StartAsync(Wish("leeds") with { Day = "may-day" }, Token));
        bench.Clock.Now = Instant.FromUtc(2028, 6, 3, 19, 1);
        Assert.IsType<Outcome.DayIsOver>(await start.StartAsync(Wish("leeds"), Token));
        Assert.IsType<Outcome.Started>(await start.StartAsync(Wish("honolulu"), Token)); // where it is still morning
    }

    private static Wish Wish(string town) => new("3rd-june", Some.Town(town), null, "amina@example.org");
}
