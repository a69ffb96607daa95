namespace Rallies.Web.Towns;

/// <summary>The towns and outlines that come with the program.</summary>
internal static class TownServices
{
    public static IServiceCollection AddTowns(this IServiceCollection services) => services.AddSingleton(_ => Gazetteer.Load());
}
