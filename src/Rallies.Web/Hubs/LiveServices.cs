using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using Rallies.Web.Live;
using Rallies.Web.Streams;

namespace Rallies.Web.Hubs;

/// <summary>The live board and the hub that shows it.</summary>
internal static class LiveServices
{
    // Who takes nothing in for so long is cut off, before much has gathered for them.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<OnNow>();
        services.AddSingleton<Falls>();
        services.AddHostedService(provider => provider.GetRequiredService<Falls>());
        services.AddSingleton<FrameMaker>();
        services.AddHostedService(provider => provider.GetRequiredService<FrameMaker>());
        services.AddSingleton<HubViewers>();
        services.AddSingleton<Crowd>();
        services.AddStreams();
        services.AddSingleton<Broadcast>();
        services.AddHostedService(provider => provider.GetRequiredService<Broadcast>());
        // Of this hub alone: the console's circuits are one too, and whole texts are pasted there.
        services.AddSignalR().AddHubOptions<LiveHub>(options => options.MaximumReceiveMessageSize = 4 * 1024);
        services.AddSingleton<IHubProtocol>(provider => new TownLeftOut(
            new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())
        ));
        return services;
    }

    public static void MapLive(this IEndpointRouteBuilder app) =>
        app.MapHub<LiveHub>(Addresses.LiveHub, options => options.TransportSendTimeout = patience);
}
