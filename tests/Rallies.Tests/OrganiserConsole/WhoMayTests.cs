using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Tests.OrganiserConsole;

/// <summary>Everything that the console can do, tried with every kind of link through the real use cases.</summary>
public sealed class WhoMayTests
{
    private static readonly string[] everybody =
    [
        "admin",
        "owner",
        "co-organiser",
        "steward",
        "owner of another rally",
        "owner whose link was revoked",
        "stranger",
    ];

    private static readonly Dictionary<string, Deed> deeds = new()
    {
        ["name the place"] = (s, held, at) =>
            Did(s.Get<EditRally>().MeetAsync(held, at.Leeds.Id, new("The bandstand", "", null), Cancellation)),
        ["keep other hours"] = (s, held, at) =>
            Did(s.Get<EditRally>().KeepHoursAsync(held, at.Leeds.Id, new(2028, 6, 3, 19, 0), Duration.FromHours(1), Cancellation)),
        ["describe it"] = (s, held, at) => Did(s.Get<EditRally>().DescribeAsync(held, at.Leeds.Id, "", "Us", "Come", 500, Cancellation)),
        ["say what is known of access"] = (s, held, at) =>
            Did(s.Get<EditRally>().DescribeAccessAsync(held, at.Leeds.Id, new() { StepFree = AccessFact.Yes }, Cancellation)),
        ["postpone it"] = (s, held, at) => Did(s.Get<EditRally>().PostponeAsync(held, at.Leeds.Id, Cancellation)),
        ["call it off"] = (s, held, at) => Did(s.Get<EditRally>().CallOffAsync(held, at.Leeds.Id, "Flooded", Cancellation)),
        ["make it part of another"] = async (s, held, at) =>
            await s.Get<MergeRallies>().MergeAsync(held, at.Leeds.Id, at.Cardiff.Id, "The same", Cancellation) is MergeRallies.Outcome.Made,
        ["hand it over"] = async (s, held, at) =>
            await s.Get<HandOverRally>().HandAsync(held, at.Cardiff.Id, "Amina", "amina@example.org", Cancellation)
            == HandOverRally.Outcome.Handed,
        ["hide it"] = (s, held, at) => Did(s.Get<ModerateRally>().HideAsync(held, at.Leeds.Id, "Not a rally", Cancellation)),
        ["make a steward's link"] = async (s, held, at) =>
            await s.Get<PrivateLinks>().MakeAsync(held, at.Leeds.Id, Role.Steward, "Door 2", Cancellation) is not null,
        ["make a co-organiser's link"] = async (s, held, at) =>
            await s.Get<PrivateLinks>().MakeAsync(held, at.Leeds.Id, Role.CoOrganiser, "Joe", Cancellation) is not null,
        ["take a steward's link back"] = (s, held, at) => Did(s.Get<PrivateLinks>().RevokeAsync(held, at.IdOf("steward"), Cancellation)),
        ["announce a day"] = async (s, held, _) =>
            await s.Get<AnnounceDay>()
                .AnnounceAsync(
                    held,
                    new("may-day", "May Day", new(2029, 5, 1), new(12, 0), Duration.FromHours(2), "Europe/London", "", ""),
                    Cancellation
                ) == AnnounceDay.Outcome.Announced,
        ["edit a day's text"] = (s, held, at) =>
            Did(s.Get<AnnounceDay>().DescribeAsync(held, at.Day.Id, "Everywhere", "#3June", [], Cancellation)),
        ["move a day"] = (s, held, at) => Did(s.Get<AnnounceDay>().MoveAsync(held, at.Day.Id, new(2028, 6, 10), new(18, 0), Cancellation)),
        ["call a day off"] = (s, held, at) => Did(s.Get<AnnounceDay>().CallOffAsync(held, at.Day.Id, Cancellation)),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private delegate Task<bool> Deed(RalliesSite site, HeldGrants held, Links at);

    [Theory]
    [InlineData("name the place", "owner, co-organiser")]
    [InlineData("keep other hours", "owner, co-organiser")]
    [InlineData("describe it", "owner, co-organiser")]
    [InlineData("say what is known of access", "owner, co-organiser")]
    [InlineData("postpone it", "owner")]
    [InlineData("call it off", "owner")]
    [InlineData("hide it", "admin")]
    [InlineData("hand it over", "admin")]
    [InlineData("make it part of another", "admin")]
    [InlineData("make a steward's link", "owner, co-organiser")]
    [InlineData("make a co-organiser's link", "owner")]
    [InlineData("take a steward's link back", "owner")]
    [InlineData("announce a day", "admin")]
    [InlineData("edit a day's text", "admin")]
    [InlineData("move a day", "admin")]
    [InlineData("call a day off", "admin")]
    public async Task Only_they_may(string deed, string who)
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var allowed = who.Split(", ");

        // Those who may come last, as what they do could stand in the others' way.
        foreach (var other in everybody.Except(allowed))
            Assert.False(await deeds[deed](site, links.Of(other), links), $"{other} could {deed}");
        Assert.True(await deeds[deed](site, links.Of(allowed[^1]), links), $"{allowed[^1]} could not {deed}");
    }

    [Fact]
    public async Task A_hidden_rally_is_shown_again_by_an_admin_alone()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var moderate = site.Get<ModerateRally>();
        await moderate.HideAsync(links.Of("admin"), links.Leeds.Id, "Reported", Cancellation);

        Assert.Equal(Change.NotAllowed, await moderate.RestoreAsync(links.Of("owner"), links.Leeds.Id, "I say so", Cancellation));
        Assert.Equal(Change.Made, await moderate.RestoreAsync(links.Of("admin"), links.Leeds.Id, "It is genuine", Cancellation));
    }

    [Fact]
    public async Task A_rally_called_off_is_put_on_again_by_its_owner_alone()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var edit = site.Get<EditRally>();
        await edit.CallOffAsync(links.Of("owner"), links.Leeds.Id, "Flooded", Cancellation);

        Assert.Equal(Change.NotAllowed, await edit.ReviveAsync(links.Of("co-organiser"), links.Leeds.Id, Cancellation));
        Assert.Equal(Change.Made, await edit.ReviveAsync(links.Of("owner"), links.Leeds.Id, Cancellation));
    }

    [Fact]
    public async Task Nobody_takes_back_the_link_they_came_with()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);

        Assert.Equal(Change.NotAllowed, await site.Get<PrivateLinks>().RevokeAsync(links.Of("owner"), links.IdOf("owner"), Cancellation));
    }

    [Fact]
    public async Task Nobody_overwrites_unknowingly_what_another_has_written()
    {
        await using var site = new RalliesSite();
        var links = await Links.On(site);
        var edit = site.Get<EditRally>();
        var opened = links.Leeds.ChangedAt;
        await edit.IfUnchangedSince(opened).MeetAsync(links.Of("owner"), links.Leeds.Id, new("The bandstand", "", null), Cancellation);

        var second = await edit.IfUnchangedSince(opened)
            .MeetAsync(links.Of("co-organiser"), links.Leeds.Id, new("City Square", "", null), Cancellation);

        Assert.Equal(Change.ChangedMeanwhile, second);
        await using var context = await site.Database();
        Assert.Equal(
            "The bandstand",
            (await context.Rallies.FindAsync([links.Leeds.Id], TestContext.Current.CancellationToken))!.MeetingPoint?.Place
        );
    }

    private static async Task<bool> Did(Task<Change> change) => await change == Change.Made;
}

file static class Asking
{
    public static T Get<T>(this RalliesSite site)
        where T : notnull => site.Services.GetRequiredService<T>();
}
