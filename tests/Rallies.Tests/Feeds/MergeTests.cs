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

/// <summary>Two rallies become one, and two again, by the octets subscribers get: what changed, and what must not.</summary>
public sealed class MergeTests : IAsyncLifetime
{
    private const string Old = "/calendar/3rd-june/leeds-2.ics";
    private const string Survivor = "/calendar/3rd-june/leeds.ics";
    private readonly RalliesSite site = new();
    private DayOfAction day = null!;
    private Rally first = null!;
    private Rally second = null!;
    private HeldGrants admin = null!;

    [Fact]
    public async Task The_one_that_goes_is_cancelled_and_says_where_to_come()
    {
        var before = await site.Reads(Old);
        await site.TimePasses(Duration.FromMinutes(10));

        await Merge();

        var after = EventOf(await site.Reads(Old), second);
        Assert.Equal(
            ("CANCELLED", "CANCELLED: Leeds: 3 June", "1"),
            (Property(after, "STATUS"), Property(after, "SUMMARY"), Property(after, "SEQUENCE"))
        );
        Assert.Equal(
            "Changed 1 Jun 12:10: part of another rally.\\nThis rally and the one in Leeds are one now. Come there."
                + " Where and when stands at its own address:\\nhttp://localhost/3rd-june/leeds",
            Property(after, "DESCRIPTION")
        );
        Assert.Equal("http://localhost/3rd-june/leeds", Property(after, "URL"));
        Assert.Equal(("20280601T111000Z", "20280601T111000Z"), (Property(after, "LAST-MODIFIED"), Property(after, "DTSTAMP")));
        foreach (var same in new[] { "UID", "CREATED", "DTSTART", "DTEND", "LOCATION" })
            Assert.Equal(Property(before, same), Property(after, same));
    }

    [Fact]
    public async Task Not_one_octet_of_the_one_that_stays_is_another()
    {
        using var before = await site.AsksFor(Survivor);
        var octets = await before.Content.ReadAsByteArrayAsync(Token);
        await site.TimePasses(Duration.FromMinutes(10));

        await Merge();

        using var after = await site.AsksFor(Survivor, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(304, (int)after.StatusCode);
        using var whole = await site.AsksFor(Survivor);
        Assert.Equal(octets, await whole.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Whoever_follows_the_one_that_goes_finds_the_other_in_the_same_feed()
    {
        await Merge();

        var feed = await site.Reads(Old);
        Assert.Equal(2, feed.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal("CONFIRMED", Property(EventOf(feed, first), "STATUS"));
    }

    [Fact]
    public async Task What_changes_at_the_other_reaches_those_who_follow_the_one_that_went()
    {
        await Merge();
        _ = await site.Reads(Old);

        var owner = await Holding(Role.Owner, first.Id);
        await site.Services.GetRequiredService<EditRally>().MeetAsync(owner, first.Id, new MeetingPoint("Briggate", null, null), Token);

        var feed = await site.Reads(Old);
        Assert.StartsWith("Briggate", Property(EventOf(feed, first), "LOCATION"), StringComparison.Ordinal);
        Assert.Equal("1", Property(EventOf(feed, second), "SEQUENCE"));
    }

    [Theory]
    [InlineData("/calendar/all.ics")]
    [InlineData("/calendar/3rd-june.ics")]
    [InlineData("/calendar/towns/leeds.ics")]
    [InlineData("/calendar/regions/england.ics")]
    public async Task The_old_event_stays_cancelled_until_thirty_days_after_its_end(string address)
    {
        await Merge();
        Assert.Equal("CANCELLED", Property(EventOf(await site.Reads(address), second), "STATUS"));

        await site.TimePasses(Duration.FromDays(31));
        Assert.Equal("CANCELLED", Property(EventOf(await site.Reads(address), second), "STATUS"));

        await site.TimePasses(Duration.FromDays(2));
        Assert.DoesNotContain(UidOf(second), await site.Reads(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Google_is_told_by_a_notice()
    {
        await Merge();

        var notice = EventOf(await site.Reads(Old + "?cancelled=notice"), second);
        Assert.Equal(("CONFIRMED", "TRANSPARENT"), (Property(notice, "STATUS"), Property(notice, "TRANSP")));
        Assert.StartsWith("CANCELLED: ", Property(notice, "SUMMARY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_it_is_on_again_with_a_higher_SEQUENCE_and_says_so()
    {
        var before = await site.Reads(Old);
        await Merge();
        await site.TimePasses(Duration.FromHours(1));

        await Undo();

        var after = await site.Reads(Old);
        Assert.Equal(1, after.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal(
            ("CONFIRMED", "Leeds: 3 June", "2"),
            (Property(after, "STATUS"), Property(after, "SUMMARY"), Property(after, "SEQUENCE"))
        );
        Assert.Equal("Changed 1 Jun 13:00: a rally of its own again.\\n" + Property(before, "DESCRIPTION"), Property(after, "DESCRIPTION"));
        foreach (var same in new[] { "UID", "CREATED", "DTSTART", "DTEND", "LOCATION", "URL" })
            Assert.Equal(Property(before, same), Property(after, same));
        Assert.Equal("20280601T120000Z", Property(after, "LAST-MODIFIED"));
    }

    [Fact]
    public async Task In_a_chain_the_first_leads_to_the_last()
    {
        var third = Some.Rally(day, "bradford");
        await site.Holds(third);
        await Merge();
        await Merging.MergeAsync(admin, first.Id, third.Id, "One for West Yorkshire.", Token);

        var feed = await site.Reads(Old);
        Assert.Equal("http://localhost/3rd-june/bradford", Property(EventOf(feed, second), "URL"));
        Assert.Equal(("1", "CONFIRMED"), (Property(EventOf(feed, second), "SEQUENCE"), Property(EventOf(feed, third), "STATUS")));
    }

    [Fact]
    public async Task Speeches_at_the_one_that_goes_are_off_in_their_speakers_calendars()
    {
        var speaker = new Speaker(new Slug("ana-lima"), "Ana Lima", SpeakerRole.TradeUnionist, "Port Workers");
        await site.Holds(speaker);
        await site.Holds(new Slot(second.Id, 0, "Bread", 5, speaker.Id));

        await Merge();

        Assert.Equal("CANCELLED", Property(await site.Reads("/calendar/speakers/ana-lima.ics"), "STATUS"));
    }

    [Fact]
    public async Task A_calendar_of_one_s_own_holds_the_other_and_the_cancelled_one()
    {
        var pledges = site.Services.GetRequiredService<PledgeToCome>();
        var pledged = (PledgeToCome.Outcome.Pledged)await pledges.PledgeAsync("3rd-june", "leeds-2", Guid.CreateVersion7(), 0, null, Token);
        var own = await site.Services.GetRequiredService<KeepPersonalCalendar>().MakeAsync(pledged.Withdraw, Token);
        await Merge();

        var feed = await site.Reads($"/calendar/mine/{own!.Value.Text}.ics");
        Assert.Equal(("CONFIRMED", "OPAQUE"), (Property(EventOf(feed, first), "STATUS"), Property(EventOf(feed, first), "TRANSP")));
        Assert.Equal("CANCELLED", Property(EventOf(feed, second), "STATUS"));
    }

    [Fact]
    public async Task A_merged_rally_that_is_hidden_has_no_feed_and_is_in_none()
    {
        await Merge();
        await site.Services.GetRequiredService<ModerateRally>().HideAsync(admin, second.Id, "Spam", Token);

        using var answer = await site.AsksFor(Old);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.DoesNotContain(UidOf(second), await site.Reads("/calendar/all.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_in_Welsh_too()
    {
        await Merge();

        var said = EventOf(await site.Reads(Old + "?lang=cy"), second);
        Assert.StartsWith("Newid 1 Meh 12:00: yn rhan o rali arall.", Property(said, "DESCRIPTION"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        day = Some.Day();
        await site.Holds(day);
        (first, second) = (Some.Rally(day), Some.Rally(day, place: "City Square", slug: "leeds-2"));
        await site.Holds(first, second);
        admin = await Holding(Role.Admin, null);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MergeRallies Merging => site.Services.GetRequiredService<MergeRallies>();

    private async Task Merge() =>
        Assert.IsType<MergeRallies.Outcome.Made>(
            await Merging.MergeAsync(admin, second.Id, first.Id, "The same people called both.", Token)
        );

    private async Task Undo() => Assert.IsType<MergeRallies.Outcome.Made>(await Merging.UndoAsync(admin, second.Id, Token));

    private async Task<HeldGrants> Holding(Role role, int? rally)
    {
        var grant = new Grant(role, rally, "Amina", Secret.New(), Some.Moment);
        await site.Holds(grant);
        return new HeldGrants([grant.Id]);
    }

    private static string UidOf(Rally rally) => $"UID:{rally.CalendarId}";

    private static string EventOf(string calendar, Rally rally) =>
        "BEGIN:VEVENT" + calendar.Split("BEGIN:VEVENT").Single(part => part.Contains(UidOf(rally), StringComparison.Ordinal));
}
