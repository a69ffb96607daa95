using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Tests.Site;
using Rallies.Web.Access;
using Rallies.Web.Feeds;
using Rallies.Web.UseCases;

namespace Rallies.Tests.Feeds;

/// <summary>Feeds are made when something changes, not when somebody asks.</summary>
public sealed class FeedShelfTests : IAsyncLifetime
{
    private readonly RalliesSite site = new();
    private HeldGrants owner = null!;
    private Rally leeds = null!;

    [Theory]
    [InlineData("en-GB", "cy")]
    [InlineData("cy", "en")]
    public void Who_has_a_feed_made_goes_on_in_their_own_language(string reads, string feeds)
    {
        CultureInfo.CurrentUICulture = new(reads);
        var shelf = site.Services.GetRequiredService<FeedShelf>();
        var key = new FeedKey(new FeedSubject.Town("york"), FeedQuery.Of([], [], feeds));
        Assert.Null(shelf.Find(key));

        shelf.Prepare(key);

        Assert.NotNull(shelf.Find(key));
        Assert.Equal(reads, CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public async Task A_change_in_one_town_leaves_the_feeds_of_others_as_they_stand()
    {
        var (before, york) = (await Takes(new FeedSubject.Town("leeds")), await Takes(new FeedSubject.Town("york")));

        Assert.Equal(Change.Made, await Edit.MeetAsync(owner, leeds.Id, new MeetingPoint("Briggate", null, null), Now));

        Assert.NotSame(before, await Takes(new FeedSubject.Town("leeds")));
        Assert.Same(york, await Takes(new FeedSubject.Town("york")));
    }

    [Fact]
    public async Task A_change_that_no_calendar_shows_leaves_every_feed_as_it_stands()
    {
        var all = await Takes(new FeedSubject.Everything());

        Assert.Equal(Change.Made, await Edit.DescribeAsync(owner, leeds.Id, "", "Leeds Trades Council", "", 400, Now));

        Assert.Same(all, await Takes(new FeedSubject.Everything()));
    }

    [Fact]
    public async Task Whoever_asks_touches_no_database()
    {
        site.Server.PreserveExecutionContext = true;
        var commands = DatabaseCommands.OfThisFlow();
        foreach (var feed in new[] { "all.ics", "3rd-june.ics", "3rd-june/leeds.ics", "towns/york.ics", "all.ics?lang=cy" })
            await site.Reads($"/calendar/{feed}");

        Assert.Equal(0, commands.Count);
        await site.Reads("/health/ready");
        Assert.Equal(1, commands.Count);
    }

    [Fact]
    public async Task A_filter_written_in_another_order_is_the_same_feed()
    {
        var address = "/calendar/all.ics?type=picket,rally&access=bsl,step-free&lang=en";
        var twisted = "/calendar/all.ics?lang=&access=step-free,bsl,bsl&type=rally,picket&utm_source=poster";
        using var first = await site.AsksFor(address);
        using var second = await site.AsksFor(twisted);

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task The_window_closes_at_its_boundary_and_the_feed_is_newer_then()
    {
        using var before = await site.AsksFor("/calendar/towns/leeds.ics");
        var over = new ZonedDateTime(
            new LocalDateTime(2028, 6, 3, 20, 0),
            DateTimeZoneProviders.Tzdb["Europe/London"],
            Offset.FromHours(1)
        ).ToInstant();
        site.Clock.Advance(over + Duration.FromDays(30) - site.Clock.GetCurrentInstant() - Duration.FromSeconds(1));
        Assert.Contains("BEGIN:VEVENT", await site.Reads("/calendar/towns/leeds.ics"), StringComparison.Ordinal);

        site.Clock.Advance(Duration.FromSeconds(2));

        using var after = await site.AsksFor(
            "/calendar/towns/leeds.ics",
            ("If-Modified-Since", before.Content.Headers.LastModified!.Value.ToString("R"))
        );
        Assert.Equal(200, (int)after.StatusCode);
        Assert.Equal((over + Duration.FromDays(30)).ToDateTimeOffset(), after.Content.Headers.LastModified);
        Assert.DoesNotContain("BEGIN:VEVENT", await after.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_on_the_same_data_serves_the_same_octets()
    {
        using var before = await site.AsksFor("/calendar/all.ics");
        site.Clock.Advance(Duration.FromMinutes(1));

        // All that a start knows is the database.
        var shelf = new FeedShelf(Assembly, site.Clock);
        using var publishing = ActivatorUtilities.CreateInstance<FeedPublishing>(site.Services, shelf);
        await publishing.PublishAsync(null, Now);

        var after = await shelf.TakeAsync(new FeedKey(new FeedSubject.Everything(), new FeedQuery()), Now);
        Assert.Equal(before.Headers.ETag!.ToString(), after!.ETag);
    }

    public async ValueTask InitializeAsync()
    {
        var day = Some.Day();
        await site.Holds(day);
        leeds = Some.Rally(day);
        await site.Holds(leeds, Some.Rally(day, "york"));
        var owns = new Grant(Role.Owner, leeds.Id, "Leeds", Secret.New(), Some.Moment);
        await site.Holds(owns);
        owner = new HeldGrants([owns.Id]);
        await site.Reads("/calendar/all.ics");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<ShelvedFeed?> Takes(FeedSubject subject) =>
        await site.Services.GetRequiredService<FeedShelf>().TakeAsync(new FeedKey(subject, new FeedQuery()), Now);

    private FeedAssembly Assembly => site.Services.GetRequiredService<FeedAssembly>();

    private EditRally Edit => site.Services.GetRequiredService<EditRally>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;
}
