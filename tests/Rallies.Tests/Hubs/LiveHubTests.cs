using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Tests.Counting;
using Rallies.Web;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Settings;

namespace Rallies.Tests.Hubs;

public sealed class LiveHubTests : IAsyncLifetime
{
    private CountingSite night = null!;

    [Fact]
    public async Task A_board_gets_a_snapshot_and_then_what_changes()
    {
        await using var page = await Connect();
        var frames = Frames(page);
        var snapshot = await page.InvokeAsync<JsonElement>("Watch", "3rd-june", TestContext.Current.CancellationToken);

        using var here = await night.Here(new { id = Guid.CreateVersion7(), with = 2 });
        var frame = await frames.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, 2), (snapshot.GetProperty("since").GetInt64(), snapshot.GetProperty("rallies").GetArrayLength()));
        Assert.Equal(snapshot.GetProperty("version").GetInt64(), frame.GetProperty("since").GetInt64());
        Assert.Equal("leeds", frame.GetProperty("rallies")[0].GetProperty("town").GetString());
        Assert.False(frame.GetProperty("rallies")[0].TryGetProperty("startsAt", out _));
        Assert.Equal(3, frame.GetProperty("total").GetProperty("high").GetInt32());
    }

    [Fact]
    public async Task A_towns_page_hears_of_its_own_row_and_of_the_total()
    {
        await using var page = await Connect();
        var frames = Frames(page);
        var snapshot = await page.InvokeAsync<JsonElement>("Watch", "3rd-june", "goole", TestContext.Current.CancellationToken);

        using var inLeeds = await night.Here(new { id = Guid.CreateVersion7() });
        var elsewhere = await frames.ReadAsync(TestContext.Current.CancellationToken);
        using var inGoole = await night.Here(new { id = Guid.CreateVersion7() }, "goole");
        var own = await frames.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["goole"], Towns(snapshot));
        Assert.Empty(Towns(elsewhere));
        Assert.Equal(1, elsewhere.GetProperty("total").GetProperty("high").GetInt32());
        Assert.Equal(["goole"], Towns(own));
    }

    [Fact]
    public async Task An_unknown_day_is_said_to_be_unknown()
    {
        await using var page = await Connect();

        var refusal = await Assert.ThrowsAsync<HubException>(() =>
            page.InvokeAsync<JsonElement>("Watch", "4th-june", null, TestContext.Current.CancellationToken)
        );

        Assert.Contains("unknownDay", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_watching_hears_nothing_more()
    {
        await using var page = await Connect();
        await using var witness = await Connect();
        var (frames, seen) = (Frames(page), Frames(witness));
        await page.InvokeAsync<JsonElement>("Watch", "3rd-june", TestContext.Current.CancellationToken);
        await witness.InvokeAsync<JsonElement>("Watch", "3rd-june", TestContext.Current.CancellationToken);
        await page.InvokeAsync("Unwatch", "3rd-june", TestContext.Current.CancellationToken);

        using var here = await night.Here(new { id = Guid.CreateVersion7() });
        await seen.ReadAsync(TestContext.Current.CancellationToken);
        await page.InvokeAsync("Unwatch", "3rd-june", TestContext.Current.CancellationToken); // anything sent before has arrived by now

        Assert.False(frames.TryRead(out _));
    }

    [Fact]
    public async Task From_so_many_viewers_on_newcomers_pages_get_the_stream()
    {
        var viewers = night.Site.Services.GetRequiredService<HubViewers>();
        var crowd = new Crowd(viewers, night.Site.Services.GetRequiredService<RalliesSettings>() with { CrowdAt = 2 });
        await using var one = await Connect();
        await one.InvokeAsync<JsonElement>("Watch", "3rd-june", TestContext.Current.CancellationToken);
        var before = crowd.ForNewcomers;

        await using (var two = await Connect())
        {
            await two.InvokeAsync<JsonElement>("Watch", "3rd-june", TestContext.Current.CancellationToken);
            Assert.Equal((Transport.Hub, Transport.Stream), (before, crowd.ForNewcomers));
        }

        Assert.True(SpinWait.SpinUntil(() => crowd.ForNewcomers == Transport.Hub, TimeSpan.FromSeconds(10)));
    }

    public async ValueTask InitializeAsync() => night = await CountingSite.Open();

    public ValueTask DisposeAsync() => night.DisposeAsync();

    private async Task<HubConnection> Connect()
    {
        var page = WebSocketConnectionFactory.Into(night.Site.Server).To(new Uri(night.Site.Server.BaseAddress, Addresses.LiveHub));
        await page.StartAsync(TestContext.Current.CancellationToken);
        return page;
    }

    private static ChannelReader<JsonElement> Frames(HubConnection page)
    {
        var frames = Channel.CreateUnbounded<JsonElement>();
        page.On<JsonElement>("Counts", frame => frames.Writer.TryWrite(frame.Clone()));
        return frames.Reader;
    }

    private static IEnumerable<string?> Towns(JsonElement frame) =>
        frame.GetProperty("rallies").EnumerateArray().Select(r => r.GetProperty("town").GetString());
}
