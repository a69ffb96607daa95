using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.Mail;
using Rallies.Web.UseCases;

namespace Rallies.Tests.UseCases;

/// <summary>Whoever said they come, and confirmed an address, hears of a change once.</summary>
public sealed class TellPledgedTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();
    private Rally rally = null!;
    private HeldGrants owner = null!;

    [Fact]
    public async Task A_new_place_is_told_once()
    {
        await Pledged("ana@example.org", confirmed: true);

        await Edit.MeetAsync(owner, rally.Id, new MeetingPoint("Briggate", null, null), Now);

        Assert.Equal(1, await Tell.TellAsync(Now));
        Assert.Equal(0, await Tell.TellAsync(Now));
        var mail = Assert.Single(await Mails());
        Assert.Equal("Leeds: the rally has changed", mail.Subject);
        Assert.Contains("Where: Briggate", mail.Body, StringComparison.Ordinal);
        Assert.Contains("When: Sat 3 June, 6pm (UK time)", mail.Body, StringComparison.Ordinal);
        Assert.Contains("/p/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_called_off_says_why_in_the_language_of_the_pledge()
    {
        await Pledged("ana@example.org", confirmed: true);
        await Pledged("gwen@example.org", confirmed: true, "cy");

        await Edit.CallOffAsync(owner, rally.Id, "The square is flooded.", Now);

        Assert.Equal(2, await Tell.TellAsync(Now));
        Assert.Equal(
            ["Leeds: mae’r rali wedi’i chanslo", "Leeds: the rally is called off"],
            (await Mails()).Select(m => m.Subject).Order()
        );
        Assert.All(await Mails(), mail => Assert.Contains("The square is flooded.", mail.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_words_unconfirmed_addresses_and_withdrawn_pledges_get_no_mail()
    {
        await Pledged("unconfirmed@example.org", confirmed: false);
        await Edit.MeetAsync(owner, rally.Id, new MeetingPoint("Briggate", null, null), Now);
        await Pledged("late@example.org", confirmed: true);
        await Edit.DescribeAsync(owner, rally.Id, "", "", "Bring a placard.", null, Now);

        Assert.Equal(0, await Tell.TellAsync(Now));
    }

    [Fact]
    public async Task The_fourth_change_of_a_day_waits_for_the_next()
    {
        await Pledged("ana@example.org", confirmed: true);
        foreach (var place in new[] { "One", "Two", "Three", "Four" })
        {
            await Edit.MeetAsync(owner, rally.Id, new MeetingPoint(place, null, null), Now);
            await Tell.TellAsync(Now);
        }
        Assert.Equal(3, (await Mails()).Count);

        site.Clock.Advance(Duration.FromHours(25));

        Assert.Equal(1, await Tell.TellAsync(Now));
        Assert.Contains("Where: Four", (await Mails())[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rally_that_became_part_of_another_is_told_once_with_a_way_out()
    {
        await Pledged("ana@example.org", confirmed: true);
        var (other, admin) = await AnotherAndAdmin();

        await Merging.MergeAsync(admin, rally.Id, other.Id, "The same people called both.", Now);

        Assert.Equal(1, await Tell.TellAsync(Now));
        Assert.Equal(0, await Tell.TellAsync(Now));
        var mail = Assert.Single(await Mails());
        Assert.Equal("Leeds: your rally is part of another now", mail.Subject);
        Assert.Contains("Town: Bradford\nWhen: Sat 3 June, 6pm (UK time)\nWhere: City Park\n", mail.Body, StringComparison.Ordinal);
        Assert.Contains("/3rd-june/bradford\n\nIf that is not for you, withdraw here:\nhttp", mail.Body, StringComparison.Ordinal);
        Assert.Contains("/p/", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_before_the_mail_was_written_nobody_hears_of_it()
    {
        await Pledged("ana@example.org", confirmed: true);
        var (other, admin) = await AnotherAndAdmin();

        await Merging.MergeAsync(admin, rally.Id, other.Id, "The same people called both.", Now);
        await Merging.UndoAsync(admin, rally.Id, Now);

        Assert.Equal(0, await Tell.TellAsync(Now));
    }

    [Fact]
    public async Task Undone_later_it_is_told_again_to_those_who_were_told()
    {
        await Pledged("ana@example.org", confirmed: true);
        var (other, admin) = await AnotherAndAdmin();
        await Merging.MergeAsync(admin, rally.Id, other.Id, "The same people called both.", Now);
        await Tell.TellAsync(Now);

        await Merging.UndoAsync(admin, rally.Id, Now);

        Assert.Equal(1, await Tell.TellAsync(Now));
        Assert.Equal(0, await Tell.TellAsync(Now));
        var mail = (await Mails())[^1];
        Assert.Equal("Leeds: your rally is one of its own again", mail.Subject);
        Assert.Contains("Town: Leeds\n", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_of_one_that_is_called_off_says_that_it_is_off()
    {
        await Pledged("ana@example.org", confirmed: true);
        var (other, admin) = await AnotherAndAdmin();
        await Merging.MergeAsync(admin, rally.Id, other.Id, "The same people called both.", Now);
        var grant = new Grant(Role.Owner, other.Id, "Bradford", Secret.New(), Some.Moment);
        await site.Holds(grant);

        await Edit.CallOffAsync(new HeldGrants([grant.Id]), other.Id, "The square is flooded.", Now);

        Assert.Equal(1, await Tell.TellAsync(Now));
        Assert.Equal("Bradford: the rally is called off", Assert.Single(await Mails()).Subject);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await site.Holds(day);
        rally = Some.Rally(day);
        await site.Holds(rally);
        var grant = new Grant(Role.Owner, rally.Id, "Leeds", Secret.New(), Some.Moment);
        await site.Holds(grant);
        owner = new HeldGrants([grant.Id]);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private EditRally Edit => site.Services.GetRequiredService<EditRally>();

    private MergeRallies Merging => site.Services.GetRequiredService<MergeRallies>();

    private TellPledged Tell => site.Services.GetRequiredService<TellPledged>();

    private async Task<(Rally Other, HeldGrants Admin)> AnotherAndAdmin()
    {
        await using var context = await site.Database();
        var other = Some.Rally(await context.Days.SingleAsync(Now), "bradford", "City Park");
        var grant = new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment);
        await site.Holds(other, grant);
        return (other, new HeldGrants([grant.Id]));
    }

    private async Task Pledged(string mail, bool confirmed, string language = "en")
    {
        await using var context = await site.Database();
        var sequence = await context.Rallies.Where(r => r.Id == rally.Id).Select(r => r.Sequence).SingleAsync(Now);
        var (id, now) = (Guid.CreateVersion7(), site.Clock.GetCurrentInstant());
        var pledge = new Pledge(id, rally.Id, 0, Secret.New().Hash(), now);
        var letters = site.Services.GetRequiredService<Letters>();
        pledge.ReachAt(site.Services.GetRequiredService<Sealing>().Seal(mail), letters.HashOf(mail), Secret.New().Hash(), language, now);
        pledge.Know(sequence);
        context.Add(pledge);
        await context.SaveChangesAsync(Now);
        if (confirmed)
            await context.Pledges.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.MailConfirmedAt, now), Now);
    }

    private async Task<IReadOnlyList<(string Subject, string Body)>> Mails()
    {
        var sealing = site.Services.GetRequiredService<Sealing>();
        await using var context = await site.Database();
        return
        [
            .. (await context.Outbox.OrderBy(m => m.Id).ToListAsync(Now)).Select(m =>
                (sealing.TryOpen(m.SealedSubject)!, sealing.TryOpen(m.SealedBody!)!)
            ),
        ];
    }
}
