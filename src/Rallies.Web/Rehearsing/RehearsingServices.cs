namespace Rallies.Web.Rehearsing;

/// <summary>Nights that are played, on a demo's days alone.</summary>
internal static class RehearsingServices
{
    public static IServiceCollection AddRehearsing(this IServiceCollection services) =>
        services
            .AddSingleton<Rehearsal>()
            .AddSingleton<RehearsalStage>()
            .AddSingleton<RehearsedDays>()
            .AddHostedService(provider => provider.GetRequiredService<RehearsedDays>());
}
