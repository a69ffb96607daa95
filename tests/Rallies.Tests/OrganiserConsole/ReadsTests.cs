using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Storage.Outbox;
using Rallies.Tests.Site;
using Rallies.Web.Mail;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Tests.OrganiserConsole;

/// <summary>What each kind of link lets people see.</summary>
public sealed class ReadsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("owner", true, false)]
    [InlineData("co-organiser", true, false)]
    [InlineData("admin", false, true)]
    [InlineData("steward", false, false)]
    [InlineData("owner of another rally", false, false)]
    [InlineData("owner whose link was revoked", false, false)]
    [InlineData("stranger", false, false)]
    public async Task A_rally_opens_to_its_organisers_and_to_moderators(string who, bool edits, bool moderates)
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);

        var rally = await site.Services.GetRequiredService<RalliesToEdit>().FindAsync(links.Of(who), "3rd-june", "leeds", Cancellation);

        Assert.Equal(edits || moderates, rally is not null);
        Assert.Equal(edits, rally?.May(Verb.EditRally) == true);
        Assert.Equal(moderates, rally?.May(Verb.HideRally) == true);
    }

    [Fact]
    public async Task Everybody_sees_what_their_links_reach_and_no_more()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var reads = site.Services.GetRequiredService<ReachReads>();

        var owner = await reads.OfAsync(links.Of("owner"), Cancellation);
        var admin = await reads.OfAsync(links.Of("admin"), Cancellation);
        var revoked = await reads.OfAsync(links.Of("owner whose link was revoked"), Cancellation);
        var both = await reads.OfAsync(new([links.IdOf("steward"), links.IdOf("owner")]), Cancellation);

        Assert.Equal(("Leeds", Role.Owner), owner.Rallies.Select(r => (r.Town, r.Role!.Value)).Single());
        Assert.Null(owner.Days);
        Assert.Empty(admin.Rallies);
        Assert.Equal(("3rd-june", 2), admin.Days!.Select(d => (d.Slug, d.Rallies)).Single());
        Assert.True(revoked.IsEmpty);
        Assert.Equal(Role.Owner, Assert.Single(both.Rallies).Role);
    }

    [Fact]
    public async Task The_links_of_a_rally_are_listed_to_whoever_may_make_some()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var reads = site.Services.GetRequiredService<LinkReads>();

        var owners = await reads.OfAsync(links.Of("owner"), links.Leeds.Id, Cancellation);

        Assert.Equal([("owner", true), ("co-organiser", false), ("steward", false)], owners.Select(l => (l.Name, l.IsYours)));
        Assert.Empty(await reads.OfAsync(links.Of("steward"), links.Leeds.Id, Cancellation));
        Assert.Empty(await reads.OfAsync(links.Of("owner of another rally"), links.Leeds.Id, Cancellation));
    }

    [Fact]
    public async Task A_day_shows_admins_every_rally_and_which_of_them_would_stay_if_it_moved()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        await site
            .Services.GetRequiredService<EditRally>()
            .KeepHoursAsync(links.Of("owner"), links.Leeds.Id, new(2028, 6, 3, 19, 0), Duration.FromHours(2), Cancellation);
        await site.Services.GetRequiredService<ModerateRally>().HideAsync(links.Of("admin"), links.Cardiff.Id, "Reported", Cancellation);
        var reads = site.Services.GetRequiredService<DaysToEdit>();

        var day = await reads.FindAsync(links.Of("admin"), "3rd-june", Cancellation);

        Assert.Equal([("Cardiff", true), ("Leeds", false)], day!.Rallies.Select(r => (r.Town, r.IsHidden)));
        Assert.Equal(["Leeds"], day.KeepingTheirOwnTime.Select(r => r.Town));
        Assert.Null(await reads.FindAsync(links.Of("owner"), "3rd-june", Cancellation));
    }

    [Fact]
    public async Task The_outbox_opens_to_admins_and_never_holds_a_body()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var sealing = site.Services.GetRequiredService<Sealing>();
        await site.Holds(
            new WaitingMail(
                sealing.Seal("amina@example.org"),
                sealing.Seal("Your rally"),
                sealing.Seal("https://…/k/secret"),
                new byte[32],
                site.Clock.Now,
                site.Clock.Now + Duration.FromDays(30)
            )
        );
        var reads = site.Services.GetRequiredService<OutboxReads>();

        var mails = await reads.NewestAsync(links.Of("admin"), Cancellation);

        Assert.Equal(
            ("amina@example.org", "Your rally", MailState.Waiting),
            mails!.Select(m => (m.Recipient, m.Subject, m.State)).Single()
        );
        Assert.DoesNotContain(typeof(MailLine).GetProperties(), p => p.Name.Contains("Body", StringComparison.Ordinal));
        Assert.Null(await reads.NewestAsync(links.Of("owner"), Cancellation));
    }
}
