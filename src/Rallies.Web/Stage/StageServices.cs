using Rallies.Web.Public;

namespace Rallies.Web.Stage;

/// <summary>What happens on the stage of each rally, the chair's screen and the screen in the square.</summary>
internal static class StageServices
{
    public static IServiceCollection AddStage(this IServiceCollection services)
    {
        services.AddSingleton<StageReading>();
        services.AddSingleton<Stages>();
        services.AddHostedService(provider => provider.GetRequiredService<Stages>());
        services.AddSingleton<StageEntrance>();
        services.AddSingleton<ChairDesk>();
        return services;
    }

    public static void MapStage(this WebApplication app)
    {
        var stage = app.MapGroup("").WithFingerprintedAssets(app);
        stage.MapChair();
        stage.MapScreen();
    }
}
