using System.Globalization;
using Rallies.Web.Importing;
using Rallies.Web.Mail;
using Rallies.Web.Settings;
using Rallies.Web.Start;
using Rallies.Web.Towns;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Web.Commands;

/// <summary>
/// Runs a command on the site's data, whether or not the site itself is running. Where no site has been it refuses: a misspelt directory
/// must not become a second, empty site.
/// </summary>
internal static class BesideTheSite
{
    /// <returns>What the command returns; 1 when the site could not be opened, which is told on the error stream.</returns>
    public static async Task<int> RunAsync(
        string[] settingsArgs,
        Func<IServiceProvider, CancellationToken, Task<int>> command,
        CancellationToken cancellation
    )
    {
        try
        {
            CultureInfo.CurrentUICulture = WordServices.Languages[0];
            var builder = WebApplication.CreateBuilder(ContentRoot.Options(settingsArgs));
            builder.Logging.ClearProviders();
            // A command asks for few use cases; what the others need besides is the site's.
            builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = false);
            var settings = builder.AddSettings();
            builder.Services.AddStorage(settings).AddWords().AddTowns().AddMail().AddImporting().AddUseCases();
            await using var app = builder.Build();

            if (!await DataDirectory.HoldsSiteAsync(settings, cancellation))
                throw new StartRefusedException(
                    $"There is no site in {settings.DataDirectory}: give the same Rallies:DataDirectory and ConnectionStrings:Rallies as the site has, or start it there first."
                );
            // Where the site is running, it holds the directory and brings the database up to date.
            Directory.CreateDirectory(settings.DataDirectory);
            using (var directory = DataDirectory.TryHold(settings.DataDirectory))
                if (directory is not null)
                    await DataDirectory.MigrateAsync(settings, cancellation);
                else if (!await DataDirectory.IsUpToDateAsync(settings, cancellation))
                    throw new StartRefusedException("The site is only just starting: try again in a moment.");
            return await command(app.Services, cancellation);
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    /// <summary>Where the site answers, as far as the settings say.</summary>
    public static Uri Origin(IServiceProvider services) =>
        services.GetRequiredService<RalliesSettings>().PublicUrl ?? new Uri(FirstUrl(services) ?? "http://localhost:5000");

    /// <summary>Whether the settings do not say where the site answers, as a demo's may not.</summary>
    public static bool IsOriginGuessed(IServiceProvider services) =>
        services.GetRequiredService<RalliesSettings>().PublicUrl is null && FirstUrl(services) is null;

    private static string? FirstUrl(IServiceProvider services) =>
        services.GetRequiredService<IConfiguration>()["urls"]?.Split(';')[0] is { Length: > 0 } url ? url : null;
}
