using Rallies.Web.Guards;

namespace Rallies.Web.Streams;

/// <summary>The live board as server-sent events.</summary>
internal static class StreamServices
{
    public static IServiceCollection AddStreams(this IServiceCollection services)
    {
        services.AddSingleton<StreamViewers>();
        services.AddSingleton<RecentFrames>();
        services.AddSingleton<StreamLimit>();
        services.AddSingleton<StreamEndpoint>();
        services.AddHostedService<StreamPings>();
        return services;
    }

    public static void UseStreams(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<StreamEndpoint>();
        var viewers = app.Services.GetRequiredService<StreamViewers>();
        app.Lifetime.ApplicationStopping.Register(viewers.EndAll); // a restart waits for nobody
        app.MapWhen(
            http => StreamEndpoint.IsStream(http.Request.Path),
            streams =>
            {
                streams.UseMiddleware<HostCheck>();
                streams.UseMiddleware<RateLimitCheck>();
                streams.Run(endpoint.AnswerAsync);
            }
        );
    }
}
