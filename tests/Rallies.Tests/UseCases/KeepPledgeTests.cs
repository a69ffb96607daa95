using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class KeepPledgeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task How_many_come_is_changed_withdrawn_and_taken_up_again(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (secret, _) = await Pledge(bench, "joe@example.org");
        var keep = bench.Get<KeepPledge>();

        Assert.Equal(Change.Made, await keep.BringAsync(secret, 5, Token));
        Assert.Equal(Change.AlreadySo, await keep.BringAsync(secret, 5, Token));
        Assert.Equal(Change.Made, await keep.WithdrawAsync(secret, Token));
        Assert.Equal(Change.AlreadySo, await keep.WithdrawAsync(secret, Token));
        await using (var context = await bench.Database())
        {
            var pledge = await context.Pledges.SingleAsync(Token);
            Assert.Equal((0, null, null), (pledge.People, pledge.SealedMail, pledge.MailHash));
            Assert.Equal(3, (await context.Days.SingleAsync(Token)).Version);
        }
        Assert.Equal(Change.Made, await keep.BringAsync(secret, 5, Token));
        Assert.Equal(Change.NotFound, await keep.WithdrawAsync(Secret.New(), Token));
    }

    [Theory, EveryEngine]
    public async Task Whoever_pledged_cannot_confirm_a_stranger_s_address(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (secret, mailed) = await Pledge(bench, "stranger@example.org");
        var keep = bench.Get<KeepPledge>();

        Assert.Equal(Change.NotFound, await keep.ConfirmMailAsync(secret, Token));
        Assert.Contains(mailed.Text, Assert.Single(await bench.Mails()).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Text, Assert.Single(await bench.Mails()).Body, StringComparison.Ordinal);
        Assert.Equal(Change.Made, await keep.ConfirmMailAsync(mailed, Token));
        Assert.Equal(Change.AlreadySo, await keep.ConfirmMailAsync(mailed, Token));
    }

    [Theory, EveryEngine]
    public async Task The_button_confirms_the_pledge_of_its_own_mail_and_the_next_is_asked_about(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (_, leeds) = await Pledge(bench, "joe@example.org");
        var bradford = await PledgeByAStranger(bench);
        Assert.Single(await bench.Mails());

        await bench.Get<KeepPledge>().ConfirmMailAsync(leeds, Token);

        Assert.Equal([leeds], await Confirmed(bench));
        Assert.Equal(
            (2, true),
            ((await bench.Mails()).Count, (await bench.Mails())[1].Body.Contains(bradford.Text, StringComparison.Ordinal))
        );
        bench.Clock.Advance(Duration.FromHours(47));
        Assert.Equal(Change.Made, await bench.Get<KeepPledge>().ConfirmMailAsync(bradford, Token));
        Assert.Equal([leeds, bradford], await Confirmed(bench));
    }

    [Theory, EveryEngine]
    public async Task Withdrawing_by_the_mail_s_own_link_answers_it_too(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (_, leeds) = await Pledge(bench, "joe@example.org");
        var bradford = await PledgeByAStranger(bench);

        await bench.Get<KeepPledge>().WithdrawAsync(leeds, Token);

        Assert.Contains(bradford.Text, (await bench.Mails())[1].Body, StringComparison.Ordinal);
        Assert.Empty(await Confirmed(bench));
    }

    [Theory, EveryEngine]
    public async Task Whoever_pledges_and_withdraws_in_a_stranger_s_name_sends_no_second_letter(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (pledge, _) = await Pledge(bench, "joe@example.org");
        await PledgeByAStranger(bench);

        await bench.Get<KeepPledge>().WithdrawAsync(pledge, Token);

        Assert.Single(await bench.Mails());
    }

    [Theory, EveryEngine]
    public async Task After_48_hours_the_button_confirms_nothing(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (_, mailed) = await Pledge(bench, "joe@example.org");

        bench.Clock.Advance(Duration.FromHours(48));

        Assert.Equal(Change.AlreadySo, await bench.Get<KeepPledge>().ConfirmMailAsync(mailed, Token));
        await using var context = await bench.Database();
        Assert.Null((await context.Pledges.SingleAsync(Token)).MailConfirmedAt);
    }

    [Theory, EveryEngine]
    public async Task Once_it_is_over_nobody_brings_more_but_anybody_withdraws(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (secret, _) = await Pledge(bench, null);

        bench.Clock.Now = Instant.FromUtc(2028, 6, 4, 9, 0);

        Assert.Equal(Change.NotAllowed, await bench.Get<KeepPledge>().BringAsync(secret, 9, Token));
        Assert.Equal(Change.Made, await bench.Get<KeepPledge>().WithdrawAsync(secret, Token));
    }

    private static async Task<(Secret Pledge, Secret Mail)> Pledge(Bench bench, string? mail)
    {
        await bench.Keep(Some.Rally(await bench.Keep(Some.Day())));
        var id = Guid.CreateVersion7();
        await bench.Get<PledgeToCome>().PledgeAsync("3rd-june", "leeds", id, 1, mail, Token);
        var secrets = bench.Get<PledgeSecrets>();
        return (secrets.OfPledge(id), secrets.OfMail(id));
    }

    /// <summary>For another rally, an hour later, with the same address; its letter's secret.</summary>
    private static async Task<Secret> PledgeByAStranger(Bench bench)
    {
        await using (var context = await bench.Database())
            await bench.Keep(Some.Rally(await context.Days.SingleAsync(Token), "bradford"));
        bench.Clock.Advance(Duration.FromHours(1));
        var id = Guid.CreateVersion7();
        await bench.Get<PledgeToCome>().PledgeAsync("3rd-june", "bradford", id, 0, "Joe@Example.org", Token);
        return bench.Get<PledgeSecrets>().OfMail(id);
    }

    private static async Task<IReadOnlyList<Secret>> Confirmed(Bench bench)
    {
        await using var context = await bench.Database();
        var ids = await context
            .Pledges.Where(p => p.MailConfirmedAt != null)
            .OrderBy(p => p.MailConfirmedAt)
            .Select(p => p.Id)
            .ToListAsync(Token);
        return [.. ids.Select(bench.Get<PledgeSecrets>().OfMail)];
    }
}
