namespace Rallies.Web.Importing;

/// <summary>What reads calendars and strike lists, and shows what importing them would do.</summary>
internal static class ImportServices
{
    public static IServiceCollection AddImporting(this IServiceCollection services) =>
        services
            .AddSingleton(_ => new CalendarFetch(PinnedConnection.Handler()))
            .AddSingleton<ImportReading>()
            .AddSingleton<ImportPreview>()
            .AddSingleton<StrikeListPreview>();
}
