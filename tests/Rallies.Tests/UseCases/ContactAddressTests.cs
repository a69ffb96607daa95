using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

public sealed class ContactAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task The_mailed_link_confirms_the_address_once_for_48_hours(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Started(bench);
        var contact = bench.Get<ContactAddress>();
        var secret = SecretAfter("/start/confirm/", (await bench.Mails()).Single().Body);

        Assert.True(await contact.IsWaitingAsync(secret, Token));
        Assert.Equal(("3rd-june", "goole"), await contact.ConfirmAsync(secret, Token));
        Assert.Equal(("3rd-june", "goole"), await contact.ConfirmAsync(secret, Token));
        Assert.Null(await contact.ConfirmAsync(Secret.New(), Token));

        bench.Clock.Advance(Duration.FromHours(48));
        Assert.False(await contact.IsWaitingAsync(secret, Token));
        Assert.Null(await contact.ConfirmAsync(secret, Token));
    }

    [Theory, EveryEngine]
    public async Task A_lost_link_is_mailed_again_and_the_old_one_ends_when_somebody_works_with_the_new_one(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var old = await Started(bench);
        var contact = bench.Get<ContactAddress>();
        await contact.ConfirmAsync(SecretAfter("/start/confirm/", (await bench.Mails()).Single().Body), Token);
        bench.Clock.Advance(Duration.FromHours(1));

        await contact.RecoverAsync(["goole"], " Amina@Example.org ", Token);

        var fresh = SecretAfter("/k/", (await bench.Mails())[1].Body);
        var book = bench.Get<GrantBook>();
        var grant = (await book.FindAsync(fresh, Token))!;
        var links = bench.Get<PrivateLinks>();
        await links.EndOlderAsync(HeldGrants.None.With(old.Grant), Token);
        await links.NoteUseAsync(HeldGrants.None.With(old.Grant).With(grant.Id), Token);
        Assert.Equal(old.Grant, (await book.FindAsync(old.OwnerLink, Token))!.Id);
        await links.EndOlderAsync(HeldGrants.None.With(old.Grant).With(grant.Id), Token);
        Assert.Null(await book.FindAsync(old.OwnerLink, Token));
        Assert.Empty(await book.LiveAsync(HeldGrants.None.With(old.Grant), Token));
        Assert.Equal((Role.Owner, grant.Id), (grant.Role, (await book.FindAsync(fresh, Token))!.Id));
    }

    [Theory, EveryEngine]
    public async Task Links_of_others_outlive_a_lost_owner_s_link(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var old = await Started(bench);
        var steward = await bench
            .Get<PrivateLinks>()
            .MakeAsync(HeldGrants.None.With(old.Grant), await RallyId(bench), Role.Steward, "Door 1", Token);
        var contact = bench.Get<ContactAddress>();
        await contact.ConfirmAsync(SecretAfter("/start/confirm/", (await bench.Mails()).Single().Body), Token);
        await contact.RecoverAsync(["goole"], "amina@example.org", Token);
        var fresh = (await bench.Get<GrantBook>().FindAsync(SecretAfter("/k/", (await bench.Mails())[1].Body), Token))!;

        await bench.Get<PrivateLinks>().EndOlderAsync(HeldGrants.None.With(fresh.Id), Token);

        Assert.Equal(Role.Steward, (await bench.Get<GrantBook>().FindAsync(steward!.Value, Token))!.Role);
    }

    [Theory, EveryEngine]
    public async Task Nothing_is_mailed_to_an_unconfirmed_address_another_address_or_for_another_town(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var old = await Started(bench);
        var contact = bench.Get<ContactAddress>();

        await contact.RecoverAsync(["goole"], "amina@example.org", Token);
        await contact.ConfirmAsync(SecretAfter("/start/confirm/", (await bench.Mails()).Single().Body), Token);
        await contact.RecoverAsync(["goole"], "joe@example.org", Token);
        await contact.RecoverAsync(["bradford"], "amina@example.org", Token);

        Assert.Single(await bench.Mails());
        Assert.NotNull(await bench.Get<GrantBook>().FindAsync(old.OwnerLink, Token));
    }

    [Theory, EveryEngine]
    public async Task The_day_s_fourth_mail_is_not_written_and_the_last_link_stays(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Started(bench);
        var contact = bench.Get<ContactAddress>();
        await contact.ConfirmAsync(SecretAfter("/start/confirm/", (await bench.Mails()).Single().Body), Token);

        for (var i = 0; i < 4; i++)
            await contact.RecoverAsync(["goole"], "amina@example.org", Token);

        var mails = await bench.Mails();
        Assert.Equal(3, mails.Count);
        Assert.NotNull(await bench.Get<GrantBook>().FindAsync(SecretAfter("/k/", mails[2].Body), Token));
    }

    [Theory, EveryEngine]
    public async Task What_waits_in_the_outbox_is_sealed(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var started = await Started(bench);

        await using var context = await bench.Database();
        var mail = await context.Outbox.SingleAsync(Token);
        Assert.All(
            [mail.SealedRecipient, mail.SealedSubject, mail.SealedBody!],
            text =>
                Assert.All(
                    ["amina", "Goole", started.OwnerLink.Text],
                    secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)
                )
        );
        Assert.Equal(32, mail.RecipientHash.Length);
    }

    [Theory, EveryEngine]
    public async Task Somebody_asks_to_join_and_the_last_mail_of_the_day_is_kept_for_a_lost_link(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await Started(bench);
        var ask = bench.Get<AskToJoin>();

        Assert.Equal(AskToJoin.Outcome.NobodyToAsk, await ask.AskAsync("3rd-june", "goole", "joe@example.org", "We have a drum.", Token));
        await bench.Get<ContactAddress>().ConfirmAsync(SecretAfter("/start/confirm/", (await bench.Mails()).Single().Body), Token);
        Assert.Equal(
            AskToJoin.Outcome.Asked,
            await ask.AskAsync("3rd-june", "goole", "joe@example.org", "We have a drum.\nAnd a banner.", Token)
        );
        Assert.Equal(AskToJoin.Outcome.EnoughForToday, await ask.AskAsync("3rd-june", "goole", "joe@example.org", "Again", Token));
        Assert.Equal(
            AskToJoin.Outcome.NoSuchRally,
            await ask.AskAsync("3rd-june", "bradford", "joe@example.org", "We have a drum.", Token)
        );

        var (recipient, _, body) = (await bench.Mails())[1];
        Assert.Equal("amina@example.org", recipient);
        Assert.Contains("joe@example.org", body, StringComparison.Ordinal);
        Assert.Contains("> We have a drum.\n> And a banner.", body, StringComparison.Ordinal);
    }

    private static async Task<StartRally.Outcome.Started> Started(Bench bench)
    {
        await bench.Keep(Some.Day());
        return (StartRally.Outcome.Started)
            await bench.Get<StartRally>().StartAsync("3rd-june", Some.Town("goole"), null, "amina@example.org", Token);
    }

    private static async Task<int> RallyId(Bench bench)
    {
        await using var context = await bench.Database();
        return (await context.Rallies.SingleAsync(Token)).Id;
    }

    private static Secret SecretAfter(string path, string body)
    {
        var at = body.IndexOf(path, StringComparison.Ordinal) + path.Length;
        Assert.True(Secret.TryParse(body.Substring(at, Secret.Length), out var secret));
        return secret;
    }
}
