using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class ForgetAddressesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task An_unconfirmed_address_is_gone_after_48_hours_from_the_outbox_too(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var (confirmed, waiting) = (await Pledge(bench, "joe@example.org"), await Pledge(bench, "stranger@example.org"));
        await bench.Get<KeepPledge>().ConfirmMailAsync(bench.Get<PledgeSecrets>().OfMail(confirmed), Token);

        bench.Clock.Advance(Duration.FromHours(48) - Duration.FromSeconds(1));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Equal([confirmed, waiting], await Held(bench));
        Assert.Equal("stranger@example.org", Assert.Single(await bench.Mails()).Recipient); // an answered letter goes after a day

        bench.Clock.Advance(Duration.FromSeconds(1));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Equal([confirmed], await Held(bench));
        Assert.Empty(await bench.Mails());
        await using var context = await bench.Database();
        Assert.Equal(2, await context.Pledges.CountAsync(p => p.WithdrawnAt == null, Token));
    }

    [Theory, EveryEngine]
    public async Task All_addresses_go_30_days_after_their_own_rally(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var (leeds, york) = (Some.Rally(day), Some.Rally(day, "york"));
        leeds.ReachedAt("sealed");
        york.ReachedAt("sealed");
        york.KeepHours(new LocalDateTime(2028, 6, 10, 18, 0), null, Some.Moment);
        await bench.Keep(leeds);
        await bench.Keep(york);
        var (early, late) = (await Pledge(bench, "joe@example.org"), await Pledge(bench, "amina@example.org", "york"));
        foreach (var id in new[] { early, late })
            await bench.Get<KeepPledge>().ConfirmMailAsync(bench.Get<PledgeSecrets>().OfMail(id), Token);

        bench.Clock.Now = Instant.FromUtc(2028, 7, 3, 18, 59);
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Equal([early, late], await Held(bench));

        bench.Clock.Now = Instant.FromUtc(2028, 7, 3, 19, 0);
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Equal([late], await Held(bench));
        Assert.Equal([york.Id], await Reachable(bench));

        bench.Clock.Now = Instant.FromUtc(2028, 7, 10, 19, 0);
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Empty(await Held(bench));
        Assert.Empty(await Reachable(bench));
    }

    [Theory, EveryEngine]
    public async Task When_a_letter_s_time_is_up_the_pledge_behind_it_is_asked_about_and_blocks_nobody(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        await Pledge(bench, "joe@example.org");
        bench.Clock.Advance(Duration.FromHours(40));
        var second = await Pledge(bench, "joe@example.org");

        bench.Clock.Advance(Duration.FromHours(8));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);

        Assert.Contains(bench.Get<PledgeSecrets>().OfMail(second).Text, Assert.Single(await bench.Mails()).Body, StringComparison.Ordinal);
        Assert.Equal([second], await Held(bench));
        bench.Clock.Advance(Duration.FromHours(47));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Equal(Change.Made, await bench.Get<KeepPledge>().ConfirmMailAsync(bench.Get<PledgeSecrets>().OfMail(second), Token));
    }

    [Theory, EveryEngine]
    public async Task A_pledge_of_the_same_minute_is_asked_about_before_its_address_is_forgotten(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        await Pledge(bench, "joe@example.org");
        bench.Clock.Advance(Duration.FromSeconds(1));
        var second = await Pledge(bench, "joe@example.org");

        bench.Clock.Advance(Duration.FromHours(49));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);

        Assert.Equal([second], await Held(bench));
        Assert.Contains(bench.Get<PledgeSecrets>().OfMail(second).Text, Assert.Single(await bench.Mails()).Body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Behind_a_letter_whose_pledge_was_withdrawn_by_its_own_link_a_pledge_waits_out_its_48_hours(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var first = await Pledge(bench, "joe@example.org");
        bench.Clock.Advance(Duration.FromHours(40));
        var second = await Pledge(bench, "joe@example.org");
        await bench.Get<KeepPledge>().WithdrawAsync(bench.Get<PledgeSecrets>().OfPledge(first), Token);

        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.DoesNotContain(
            bench.Get<PledgeSecrets>().OfMail(second).Text,
            Assert.Single(await bench.Mails()).Body,
            StringComparison.Ordinal
        );

        bench.Clock.Advance(Duration.FromHours(8));
        await bench.Get<ForgetAddresses>().ForgetAsync(Token);
        Assert.Contains(bench.Get<PledgeSecrets>().OfMail(second).Text, Assert.Single(await bench.Mails()).Body, StringComparison.Ordinal);
    }

    private static async Task<Guid> Pledge(Bench bench, string mail, string town = "leeds")
    {
        var id = Guid.CreateVersion7();
        await bench.Get<PledgeToCome>().PledgeAsync("3rd-june", town, id, 1, mail, Token);
        return id;
    }

    private static async Task<List<Guid>> Held(Bench bench)
    {
        await using var context = await bench.Database();
        return await context
            .Pledges.Where(p => p.SealedMail != null && p.MailHash != null)
            .OrderBy(p => p.RallyId)
            .ThenBy(p => p.MailConfirmedAt == null)
            .Select(p => p.Id)
            .ToListAsync(Token);
    }

    private static async Task<List<int>> Reachable(Bench bench)
    {
        await using var context = await bench.Database();
        return await context.Rallies.Where(r => r.SealedContact != null).Select(r => r.Id).ToListAsync(Token);
    }
}
