using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Tests.Feeds.FeedVisit;

namespace Rallies.Tests.Feeds;

/// <summary>What calendars hear of a rally's life: the same event, changed, and never lost.</summary>
public sealed class RallyFeedTests : IAsyncLifetime
{
    private const string Feed = "/calendar/3rd-june/leeds.ics";
    private readonly RalliesSite site = new();
    private Rally rally = null!;
    private HeldGrants owner = null!;

    [Fact]
    public async Task A_rally_is_one_event_on_its_towns_wall_clock()
    {
        var calendar = await site.Reads(Feed);

        Assert.Contains(
            "DTSTART;TZID=Europe/London:20280603T180000\r\nDTEND;TZID=Europe/London:20280603T200000\r\n",
            calendar,
            StringComparison.Ordinal
        );
        Assert.Equal("Leeds: 3 June", Property(calendar, "SUMMARY"));
        Assert.Equal("Victoria Gardens\\, Leeds", Property(calendar, "LOCATION"));
        Assert.Equal("CONFIRMED", Property(calendar, "STATUS"));
        Assert.Equal("0", Property(calendar, "SEQUENCE"));
        Assert.EndsWith("http://localhost/3rd-june/leeds", Property(calendar, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E2_the_UID_is_the_same_in_every_feed_and_after_every_change()
    {
        var before = Property(await site.Reads(Feed), "UID");

        await Edit.MeetAsync(owner, rally.Id, new MeetingPoint("Briggate", null, null), Now);

        Assert.Equal(before, Property(await site.Reads(Feed), "UID"));
        Assert.Contains($"UID:{before}\r\n", await site.Reads("/calendar/all.ics"), StringComparison.Ordinal);
        Assert.Contains($"UID:{before}\r\n", await site.Reads("/calendar/towns/leeds.ics"), StringComparison.Ordinal);
        Assert.Contains($"UID:{before}\r\n", await site.Reads("/calendar/regions/england.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E5_another_place_raises_SEQUENCE_and_LAST_MODIFIED()
    {
        var before = await site.Reads(Feed);
        site.Clock.Advance(Duration.FromMinutes(10));

        await Edit.MeetAsync(owner, rally.Id, new MeetingPoint("Briggate", null, null), Now);

        var after = await site.Reads(Feed);
        Assert.Equal("1", Property(after, "SEQUENCE"));
        Assert.True(string.CompareOrdinal(Property(before, "LAST-MODIFIED"), Property(after, "LAST-MODIFIED")) < 0);
        Assert.Equal("Briggate\\, Leeds", Property(after, "LOCATION"));
    }

    [Fact]
    public async Task E5_other_words_leave_SEQUENCE_alone()
    {
        await Edit.DescribeAsync(owner, rally.Id, "", "Leeds Trades Council", "Bring a placard.", null, Now);

        var after = await site.Reads(Feed);
        Assert.Equal("0", Property(after, "SEQUENCE"));
        Assert.StartsWith("outside the art gallery\\nBring a placard.\\n", Property(after, "DESCRIPTION"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D4_a_rally_called_off_stays_and_says_so()
    {
        await Edit.CallOffAsync(owner, rally.Id, "The square is flooded.", Now);

        var off = await site.Reads(Feed);
        Assert.Equal("CANCELLED", Property(off, "STATUS"));
        Assert.Equal("CANCELLED: Leeds: 3 June", Property(off, "SUMMARY"));
        Assert.Equal("1", Property(off, "SEQUENCE"));
        Assert.StartsWith(
            "Changed 1 Jun 12:00: called off.\\nCalled off: The square is flooded.\\n",
            Property(off, "DESCRIPTION"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task D4_Google_keeps_it_in_sight_as_a_notice()
    {
        await Edit.CallOffAsync(owner, rally.Id, "", Now);

        var notice = await site.Reads(Feed + "?cancelled=notice");
        Assert.Equal("CONFIRMED", Property(notice, "STATUS"));
        Assert.Equal("CANCELLED: Leeds: 3 June", Property(notice, "SUMMARY"));
    }

    [Fact]
    public async Task E6_a_place_still_to_be_confirmed_is_tentative()
    {
        await Edit.MeetAsync(owner, rally.Id, null, Now);

        var tentative = await site.Reads(Feed);
        Assert.Equal("TENTATIVE", Property(tentative, "STATUS"));
        Assert.Equal("Leeds\\, place to be confirmed", Property(tentative, "LOCATION"));
    }

    [Fact]
    public async Task The_same_feed_speaks_Welsh_when_asked()
    {
        await Edit.MeetAsync(owner, rally.Id, null, Now);

        Assert.Equal("Leeds\\, lle i’w gadarnhau", Property(await site.Reads(Feed + "?lang=cy"), "LOCATION"));
    }

    [Fact]
    public async Task E15_a_hidden_rally_leaves_every_feed_at_once()
    {
        await site.Holds(new Grant(Role.Admin, null, "Admin", Secret.New(), Some.Moment));
        await using (var context = await site.Database())
        {
            var admin = new HeldGrants([context.Grants.Single(g => g.Role == Role.Admin).Id]);
            Assert.Equal(Change.Made, await site.Services.GetRequiredService<ModerateRally>().HideAsync(admin, rally.Id, "Spam", Now));
        }

        using var gone = await site.AsksFor(Feed);
        Assert.Equal(404, (int)gone.StatusCode);
        foreach (var feed in new[] { "all", "3rd-june", "towns/leeds", "regions/england" })
            Assert.DoesNotContain("Leeds: 3 June", await site.Reads($"/calendar/{feed}.ics"), StringComparison.Ordinal);
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

    private EditRally Edit => site.Services.GetRequiredService<EditRally>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;
}
