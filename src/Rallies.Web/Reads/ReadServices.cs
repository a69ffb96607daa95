namespace Rallies.Web.Reads;

/// <summary>The questions that pages and programs both ask.</summary>
internal static class ReadServices
{
    public static IServiceCollection AddReads(this IServiceCollection services) =>
        services
            .AddSingleton<DayReads>()
            .AddSingleton<RallyReads>()
            .AddSingleton<Survivors>()
            .AddSingleton<PledgeReads>()
            .AddSingleton<PicketReads>()
            .AddSingleton<EveningReads>();
}
