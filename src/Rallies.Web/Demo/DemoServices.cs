using Rallies.Web.Settings;

namespace Rallies.Web.Demo;

/// <summary>A trial of the site without entering anything.</summary>
internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoSite>().AddSingleton<DemoLinks>();

    /// <summary>Fills before the first request; prints once the address is known.</summary>
    public static async Task OpenDemoAsync(this WebApplication app, RalliesSettings settings)
    {
        if (!settings.Demo)
            return;
        await app.Services.GetRequiredService<DemoSite>().FillAsync(app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() =>
            app.Services.GetRequiredService<DemoLinks>().PrintAsync(Console.Out, app.Lifetime.ApplicationStopping).GetAwaiter().GetResult()
        );
    }
}
