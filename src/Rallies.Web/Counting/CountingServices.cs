using Rallies.Storage.Counting;

namespace Rallies.Web.Counting;

/// <summary>Counting people: the logs in memory and their one writer. Added before the live board, which starts from them.</summary>
internal static class CountingServices
{
    public static IServiceCollection AddCounting(this IServiceCollection services)
    {
        services.AddSingleton<CountJournal>();
        services.AddSingleton<CountReading>();
        services.AddSingleton<CountBook>();
        services.AddSingleton<CountWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<CountWriter>());
        services.AddHostedService<OpeningTimes>();
        services.AddSingleton<Evenings>();
        services.AddHostedService(provider => provider.GetRequiredService<Evenings>());
        services.AddHostedService<PastEvenings>();
        services.AddSingleton<CodeOnScreen>();
        services.AddSingleton<Crowds>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<CheckInAtRally>();
        return services;
    }
}
