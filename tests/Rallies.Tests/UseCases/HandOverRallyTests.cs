using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Engines;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Web.UseCases.HandOverRally;

namespace Rallies.Tests.UseCases;

/// <summary>A rally that nobody owns, as imported ones are, is given to somebody by mail.</summary>
public sealed partial class HandOverRallyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task The_mailed_link_makes_its_holder_the_owner(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, admin) = await Leeds(bench);

        Assert.Equal(Outcome.Handed, await Hand(bench, admin, leeds));

        var mail = Assert.Single(await bench.Mails());
        Assert.Equal(("amina@example.org", "The rally in Leeds is yours to organise: 3 June"), (mail.Recipient, mail.Subject));
        Assert.Contains("https://rallies.example.org/3rd-june/leeds\n", mail.Body, StringComparison.Ordinal);
        var owner = (await bench.Get<GrantBook>().FindAsync(LinkIn(mail.Body), Token))!;
        Assert.Equal((Role.Owner, leeds.Id, "Amina"), (owner.Role, owner.RallyId, owner.Name));
        Assert.Equal(
            Change.Made,
            await bench.Get<EditRally>().MeetAsync(new([owner.Id]), leeds.Id, new MeetingPoint("Briggate", null, null), Token)
        );
    }

    [Theory, EveryEngine]
    public async Task A_confirmed_address_gets_a_lost_link_again(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, admin) = await Leeds(bench);
        await Hand(bench, admin, leeds);
        var confirmation = ConfirmationIn(Assert.Single(await bench.Mails()).Body);

        Assert.Equal(("3rd-june", "leeds"), await bench.Get<ContactAddress>().ConfirmAsync(confirmation, Token));
        await bench.Get<ContactAddress>().RecoverAsync(["leeds"], "amina@example.org", Token);

        Assert.Equal("Your link for the rally in Leeds", (await bench.Mails())[^1].Subject);
    }

    [Theory, EveryEngine]
    public async Task While_nobody_has_used_it_another_is_sent_and_the_first_ends(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, admin) = await Leeds(bench);
        await Hand(bench, admin, leeds);
        var wrong = (await bench.Mails())[0].Body;

        Assert.Equal(Outcome.Handed, await Hand(bench, admin, leeds, "joe@example.org"));

        var right = (await bench.Mails())[1];
        Assert.Equal("joe@example.org", right.Recipient);
        Assert.Null(await bench.Get<GrantBook>().FindAsync(LinkIn(wrong), Token));
        Assert.NotNull(await bench.Get<GrantBook>().FindAsync(LinkIn(right.Body), Token));
        Assert.Null(await bench.Get<ContactAddress>().ConfirmAsync(ConfirmationIn(wrong), Token));
        Assert.NotNull(await bench.Get<ContactAddress>().ConfirmAsync(ConfirmationIn(right.Body), Token));
    }

    [Theory, EveryEngine]
    public async Task Once_somebody_has_used_it_the_rally_is_theirs(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, admin) = await Leeds(bench);
        await Hand(bench, admin, leeds);
        var owner = (await bench.Get<GrantBook>().FindAsync(LinkIn(Assert.Single(await bench.Mails()).Body), Token))!;

        await bench.Get<PrivateLinks>().NoteUseAsync(new([owner.Id]), Token);

        Assert.Equal(Outcome.HasOwner, await Hand(bench, admin, leeds, "somebody@example.org"));
        Assert.Single(await bench.Mails());
    }

    [Theory, EveryEngine]
    public async Task What_somebody_started_here_is_theirs_though_they_never_came_back(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        var wish = new StartRally.Wish(day.Slug, Some.Town("leeds"), null, "ana@example.org") { Form = Guid.CreateVersion7() };
        await bench.Get<StartRally>().StartAsync(wish, Token);
        await using var context = await bench.Database();

        var leeds = await context.Rallies.SingleAsync(Token);
        Assert.Equal(Outcome.HasOwner, await Hand(bench, await bench.Holding(Role.Admin, null), leeds));
    }

    [Theory, EveryEngine]
    public async Task Only_an_admin_hands_a_rally_over(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, _) = await Leeds(bench);

        foreach (var role in new[] { Role.CoOrganiser, Role.Steward })
            Assert.Equal(Outcome.NotAllowed, await Hand(bench, await bench.Holding(role, leeds), leeds));
        Assert.Equal(Outcome.NotAllowed, await Hand(bench, HeldGrants.None, leeds));
        Assert.Empty(await bench.Mails());
    }

    [Theory, EveryEngine]
    public async Task An_address_that_has_had_its_mails_today_gets_no_more_and_nothing_is_changed(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, admin) = await Leeds(bench);
        for (var i = 0; i < 3; i++)
            await Hand(bench, admin, leeds);
        var last = LinkIn((await bench.Mails())[^1].Body);

        Assert.Equal(Outcome.EnoughForToday, await Hand(bench, admin, leeds));

        Assert.NotNull(await bench.Get<GrantBook>().FindAsync(last, Token));
        bench.Clock.Advance(Duration.FromHours(25));
        Assert.Equal(Outcome.Handed, await Hand(bench, admin, leeds));
    }

    [Theory, EveryEngine]
    public async Task Of_two_admins_at_once_one_link_works_in_the_end(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var (leeds, admin) = await Leeds(bench);

        await Task.WhenAll(
            Task.Run(() => Hand(bench, admin, leeds, "one@example.org"), Token),
            Task.Run(() => Hand(bench, admin, leeds, "two@example.org"), Token)
        );

        await using var context = await bench.Database();
        Assert.Equal(1, await context.Grants.CountAsync(g => g.Role == Role.Owner && g.RevokedAt == null, Token));
        Assert.Equal(1, await context.Confirmations.CountAsync(Token));
    }

    private static Task<Outcome> Hand(Bench bench, HeldGrants held, Rally rally, string mail = "amina@example.org") =>
        bench.Get<HandOverRally>().HandAsync(held, rally.Id, "Amina", mail, Token);

    private static async Task<(Rally Leeds, HeldGrants Admin)> Leeds(Bench bench) =>
        (await bench.Keep(Some.Rally(await bench.Keep(Some.Day()))), await bench.Holding(Role.Admin, null));

    private static Secret LinkIn(string body) => SecretIn(Link().Match(body));

    private static Secret ConfirmationIn(string body) => SecretIn(Confirmation().Match(body));

    private static Secret SecretIn(Match match)
    {
        Assert.True(Secret.TryParse(match.Groups[1].Value, out var secret));
        return secret;
    }

    [GeneratedRegex("/k/([a-z2-7]{32})")]
    private static partial Regex Link();

    [GeneratedRegex("/start/confirm/([a-z2-7]{32})")]
    private static partial Regex Confirmation();
}
