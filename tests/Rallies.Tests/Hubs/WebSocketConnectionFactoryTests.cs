using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rallies.Tests.Hubs;

public sealed class WebSocketConnectionFactoryTests
{
    private const string Address = "/echo";
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_message_comes_back_through_the_pipeline_in_memory()
    {
        await using var site = await Started(host => host.UseTestServer());
        await using var hub = WebSocketConnectionFactory.Into(site.GetTestServer()).To(new Uri("http://localhost" + Address));

        Assert.Equal(Long, await Echoed(hub, Long));
    }

    [Fact]
    public async Task A_long_message_comes_back_over_the_network()
    {
        await using var site = await Started(host => host.UseUrls("http://127.0.0.1:0"));
        await using var hub = WebSocketConnectionFactory.OverNetwork().To(new Uri(site.Urls.Single() + Address));

        Assert.Equal(Long, await Echoed(hub, Long));
    }

    [Fact]
    public async Task A_hub_that_goes_away_closes_the_connection()
    {
        await using var site = await Started(host => host.UseUrls("http://127.0.0.1:0"));
        await using var hub = WebSocketConnectionFactory.OverNetwork().To(new Uri(site.Urls.Single() + Address));
        var closed = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            closed.SetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(Cancelled);

        await site.StopAsync(Cancelled);

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
    }

    private static string Long { get; } = string.Concat(Enumerable.Repeat("gorymdaith ŵ ", 2_000));

    private static async Task<string> Echoed(HubConnection hub, string text)
    {
        var heard = new TaskCompletionSource<string>();
        hub.On<string>("Heard", heard.SetResult);
        await hub.StartAsync(Cancelled);
        await hub.InvokeAsync(nameof(EchoHub.Say), text, Cancelled);
        return await heard.Task;
    }

    private static async Task<WebApplication> Started(Action<IWebHostBuilder> listen)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        listen(builder.WebHost);
        builder.Services.AddSignalR();
        var site = builder.Build();
        site.MapHub<EchoHub>(Address);
        await site.StartAsync(Cancelled);
        return site;
    }

    private sealed class EchoHub : Hub
    {
        public Task Say(string text) => Clients.Caller.SendAsync("Heard", text);
    }
}
