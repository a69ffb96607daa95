namespace Rallies.Web.Mail;

/// <summary>The outbox and whoever empties it.</summary>
internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services) =>
        services
            .AddSingleton<Sealing>()
            .AddSingleton<SiteKey>()
            .AddSingleton<Letters>()
            .AddHostedService<Postman>()
            .AddHostedService<Forgetting>()
            .AddHostedService<Telling>();
}
