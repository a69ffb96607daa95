namespace Rallies.Web.Announcing;

/// <summary>Sentences to everybody who watches.</summary>
internal static class AnnouncingServices
{
    public static IServiceCollection AddAnnouncing(this IServiceCollection services)
    {
        services.AddSingleton<AnnouncementReading>();
        services.AddSingleton<Announcements>();
        services.AddHostedService(provider => provider.GetRequiredService<Announcements>());
        return services;
    }
}
