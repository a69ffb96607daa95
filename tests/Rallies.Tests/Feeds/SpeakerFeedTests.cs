using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.UseCases;
using static Rallies.Tests.Feeds.FeedVisit;

namespace Rallies.Tests.Feeds;

/// <summary>A speaker's own calendar: every town they speak in, at their own minutes.</summary>
public sealed class SpeakerFeedTests : IAsyncLifetime
{
    private const string Feed = "/calendar/speakers/asha-patel.ics";
    private readonly RalliesSite site = new();
    private Rally rally = null!;
    private HeldGrants owner = null!;

    [Fact]
    public async Task A_speech_is_an_event_of_its_own_minutes_that_belongs_to_its_rally()
    {
        var speech = await site.Reads(Feed);

        Assert.Equal(("20280603T181000", "20280603T182500"), (Property(speech, "DTSTART"), Property(speech, "DTEND")));
        Assert.Equal(("Leeds: Asha Patel speaks", "TENTATIVE"), (Property(speech, "SUMMARY"), Property(speech, "STATUS")));
        Assert.Equal(Property(await site.Reads("/calendar/3rd-june/leeds.ics"), "UID"), Property(speech, "RELATED-TO"));
        Assert.Contains("X-WR-CALNAME:Asha Patel: speeches\r\n", speech, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_after_a_longer_speech_begins_later()
    {
        await using var context = await site.Database();
        var song = context.Slots.Single(s => s.Position == 0);
        await Order.AlterAsync(owner, rally.Id, song.Id, new("Brass band", 20, null, SlotStatus.Confirmed), Now);

        var later = await site.Reads(Feed);
        Assert.Equal(("20280603T182000", "1"), (Property(later, "DTSTART"), Property(later, "SEQUENCE")));
    }

    [Fact]
    public async Task H5_a_speech_taken_out_leaves_and_makes_the_feed_newer()
    {
        using var before = await site.AsksFor(Feed);
        await using var context = await site.Database();
        site.Clock.Advance(Duration.FromMinutes(1));
        await Order.RemoveAsync(owner, rally.Id, context.Slots.Single(s => s.Position == 1).Id, Now);

        using var after = await site.AsksFor(Feed, ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("R")));

        Assert.Equal(200, (int)after.StatusCode);
        Assert.DoesNotContain("BEGIN:VEVENT", await site.Reads(Feed), StringComparison.Ordinal);
        // A start that no longer knows whose it was says the same.
        await site.TimePasses(Duration.Zero);
        using var again = await site.AsksFor(Feed);
        Assert.Equal(after.Content.Headers.LastModified, again.Content.Headers.LastModified);
    }

    [Fact]
    public async Task H5_a_speech_that_passes_to_somebody_else_makes_the_feed_it_leaves_newer()
    {
        using var before = await site.AsksFor(Feed);
        await using var context = await site.Database();
        site.Clock.Advance(Duration.FromMinutes(1));
        var sam = new KeepRunningOrder.SpeakerAsked("Sam Osei", SpeakerRole.Striker, "Depot Workers");
        await Order.AlterAsync(owner, rally.Id, context.Slots.Single(s => s.Position == 1).Id, new("", 15, sam, SlotStatus.Invited), Now);

        using var after = await site.AsksFor(Feed, ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("R")));

        Assert.Equal(200, (int)after.StatusCode);
        Assert.DoesNotContain("BEGIN:VEVENT", await after.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        Assert.Contains("Sam Osei speaks", await site.Reads("/calendar/speakers/sam-osei.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speeches_stand_in_no_other_feed()
    {
        foreach (var feed in new[] { "all", "3rd-june", "3rd-june/leeds", "towns/leeds", "regions/england" })
            Assert.DoesNotContain("Asha Patel", await site.Reads($"/calendar/{feed}.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_of_that_name_has_no_feed()
    {
        using var answer = await site.AsksFor("/calendar/speakers/nobody.ics");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await site.Holds(day);
        rally = Some.Rally(day);
        await site.Holds(rally);
        var owns = new Grant(Role.Owner, rally.Id, "Leeds", Secret.New(), Some.Moment);
        await site.Holds(owns);
        owner = new HeldGrants([owns.Id]);
        await Order.AddAsync(owner, rally.Id, new("Brass band", 10, null, SlotStatus.Confirmed), Now);
        var asha = new KeepRunningOrder.SpeakerAsked("Asha Patel", SpeakerRole.Striker, "Depot Workers");
        await Order.AddAsync(owner, rally.Id, new("", 15, asha, SlotStatus.Invited), Now);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private KeepRunningOrder Order => site.Services.GetRequiredService<KeepRunningOrder>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;
}
