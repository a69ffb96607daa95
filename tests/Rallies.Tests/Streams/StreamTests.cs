using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rallies.Tests.Counting;
using Rallies.Web;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Streams;

namespace Rallies.Tests.Streams;

public sealed class StreamTests : IAsyncLifetime
{
    private CountingSite night = null!;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_board_gets_a_snapshot_and_then_what_changes()
    {
        using var stream = await OpenStream.Of(night);
        var snapshot = (await stream.Next())!.Value;

        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        var frame = (await stream.Next())!.Value;

        Assert.Equal(
            ("Counts", 0, 2),
            (snapshot.Name, Number(snapshot.Data, "since"), snapshot.Data.GetProperty("rallies").GetArrayLength())
        );
        Assert.Equal(snapshot.Id, Number(snapshot.Data, "version"));
        Assert.Equal(("Counts", snapshot.Id), (frame.Name, Number(frame.Data, "since")));
        Assert.Equal(frame.Id, Number(frame.Data, "version"));
        Assert.Equal(3, frame.Data.GetProperty("total").GetProperty("high").GetInt32());
    }

    [Fact]
    public async Task It_is_the_same_text_as_the_snapshot_anybody_can_ask_for()
    {
        using var stream = await OpenStream.Of(night);

        Assert.Equal((await night.Counts()).GetRawText(), (await stream.Next())!.Value.Data.GetRawText());
    }

    [Fact]
    public async Task A_towns_stream_holds_its_own_row_and_the_total()
    {
        using var stream = await OpenStream.Of(night, "goole");
        var snapshot = (await stream.Next())!.Value;

        using var here = await night.Here(new { id = Guid.CreateVersion7() });
        var frame = (await stream.Next())!.Value;

        Assert.Equal("goole", Assert.Single(snapshot.Data.GetProperty("rallies").EnumerateArray()).GetProperty("town").GetString());
        Assert.Equal(
            (0, 1),
            (frame.Data.GetProperty("rallies").GetArrayLength(), frame.Data.GetProperty("total").GetProperty("high").GetInt32())
        );
    }

    [Fact]
    public async Task Whoever_comes_back_hears_what_they_missed_and_no_more()
    {
        long known;
        using (var before = await OpenStream.Of(night))
        {
            known = (await before.Next())!.Value.Id!.Value;
            using var here = await night.Here(new { id = Guid.CreateVersion7() });
            await before.Next();
        }

        using var stream = await OpenStream.Of(night, lastId: known);
        var missed = (await stream.Next())!.Value;

        Assert.Equal(known, Number(missed.Data, "since"));
        Assert.Equal(1, missed.Data.GetProperty("total").GetProperty("high").GetInt32());
    }

    [Fact]
    public async Task Whoever_missed_nothing_hears_the_next_change_first()
    {
        using var before = await OpenStream.Of(night);
        var known = (await before.Next())!.Value.Id!.Value;
        using var stream = await OpenStream.Of(night, lastId: known);

        using var here = await night.Here(new { id = Guid.CreateVersion7() });

        Assert.Equal(known, Number((await stream.Next())!.Value.Data, "since"));
    }

    [Fact]
    public async Task Whoever_comes_back_from_a_version_that_never_was_gets_a_snapshot()
    {
        using var here = await night.Here(new { id = Guid.CreateVersion7() });

        using var stream = await OpenStream.Of(night, lastId: long.MaxValue);

        Assert.Equal(0, Number((await stream.Next())!.Value.Data, "since"));
    }

    [Fact]
    public async Task What_is_announced_is_heard_by_boards_too_and_who_speaks_by_the_town_alone()
    {
        using var board = await OpenStream.Of(night);
        using var leeds = await OpenStream.Of(night, "leeds");
        using var goole = await OpenStream.Of(night, "goole");
        foreach (var stream in new[] { board, leeds, goole })
            await stream.Next();

        var broadcast = night.Site.Services.GetRequiredService<Broadcast>();
        broadcast.Say(new Announcement("3rd-june", "leeds", "Lost child at the\nfountain — “Mair”", "2028-06-03T17:00:00Z"));
        broadcast.Say(new Speaking("3rd-june", "goole", "Ada", null, 5));
        broadcast.Say(new Announcement("3rd-june", null, "Good night.", "2028-06-03T19:00:00Z"));

        var (name, id, data) = (await leeds.Next())!.Value;
        Assert.Equal(("Announcement", null, "Lost child at the\nfountain — “Mair”"), (name, id, data.GetProperty("text").GetString()));
        Assert.Equal(["Announcement", "Announcement"], [(await board.Next())!.Value.Name, (await board.Next())!.Value.Name]);
        Assert.Equal(["Speaking", "Announcement"], [(await goole.Next())!.Value.Name, (await goole.Next())!.Value.Name]);
    }

    [Fact]
    public async Task It_says_that_it_is_alive()
    {
        using var stream = await OpenStream.Of(night);
        await stream.Next();

        await night.Site.Services.GetRequiredService<StreamViewers>().PingAsync();

        Assert.Equal(": ping", await stream.Line());
    }

    [Fact]
    public async Task Any_program_may_read_it_and_nobody_keeps_or_collects_it()
    {
        using var stream = await OpenStream.Of(night);

        Assert.Equal("text/event-stream", stream.Answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("*", Assert.Single(stream.Answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("no", Assert.Single(stream.Answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.True(stream.Answer.Headers.CacheControl!.NoStore);
        Assert.False(stream.Answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(stream.Answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Head_says_what_it_is_and_ends()
    {
        using var answer = await night.Client.SendAsync(new(HttpMethod.Head, Addresses.ForStream("3rd-june")), Cancelled);

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
    }

    [Theory]
    [InlineData("/4th-june/live/stream")]
    [InlineData("/3rd-june/live/stream?town=atlantis")]
    public async Task Unknown_days_and_rallies_are_not_found(string address)
    {
        using var answer = await night.Client.GetAsync(address, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_can_only_be_read()
    {
        using var answer = await night.Client.PostAsync(Addresses.ForStream("3rd-june"), null, Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_leaves_is_forgotten()
    {
        var viewers = night.Site.Services.GetRequiredService<StreamViewers>();
        using (var stream = await OpenStream.Of(night))
        {
            await stream.Next();
            Assert.Equal(1, viewers.Count);
        }

        Assert.True(SpinWait.SpinUntil(() => viewers.Count == 0, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task When_the_site_stops_the_streams_end_at_once()
    {
        using var stream = await OpenStream.Of(night);
        await stream.Next();

        night.Site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await stream.Next());
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private static long? Number(JsonElement data, string name) => data.GetProperty(name).GetInt64();
}
