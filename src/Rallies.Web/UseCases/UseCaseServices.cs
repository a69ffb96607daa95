namespace Rallies.Web.UseCases;

/// <summary>Everything that can change anything.</summary>
internal static class UseCaseServices
{
    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services
            .AddSingleton<Happenings>()
            .AddSingleton<RallyChange>()
            .AddSingleton<AnnounceDay>()
            .AddSingleton<StartRally>()
            .AddSingleton<EditRally>()
            .AddSingleton<ModerateRally>()
            .AddSingleton<PrivateLinks>()
            .AddSingleton<ContactAddress>()
            .AddSingleton<PledgeToCome>()
            .AddSingleton<KeepRunningOrder>()
            .AddSingleton<KeepDisputes>();
}
