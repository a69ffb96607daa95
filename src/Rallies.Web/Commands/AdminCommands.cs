using System.CommandLine;
using Rallies.Web.Mail;
using Rallies.Web.Settings;
using Rallies.Web.Start;
using Rallies.Web.Towns;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Web.Commands;

/// <summary>What the host asks of the program besides running the site. Settings are given as to the site: --Rallies:DataDirectory DIR.</summary>
internal static class AdminCommands
{
    public static bool AreMeant(string[] args) => args is ["admin", ..] or ["--help" or "-h" or "-?" or "--version"];

    public static Task<int> RunAsync(string[] args)
    {
        var link = new Command("link", "Makes a private link for an admin and prints it, whether or not the site is running.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        link.SetAction((parsed, cancellation) => LinkAsync([.. parsed.UnmatchedTokens], cancellation));
        var admin = new Command("admin", "For whoever runs this server.") { link };
        var root = new RootCommand("Rallies: one site for a simultaneous day of action. Without a command it runs the site.") { admin };
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> LinkAsync(string[] settingsArgs, CancellationToken cancellation)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(ContentRoot.Options(settingsArgs));
            builder.Logging.ClearProviders();
            var settings = builder.AddSettings();
            builder.Services.AddStorage(settings).AddWords().AddTowns().AddMail().AddUseCases();
            await using var app = builder.Build();

            // Where the site is running, it holds the directory and has brought the database up to date already.
            Directory.CreateDirectory(settings.DataDirectory);
            using (var directory = DataDirectory.TryHold(settings.DataDirectory))
                if (directory is not null)
                    await DataDirectory.MigrateAsync(settings, cancellation);

            var secret = await app.Services.GetRequiredService<PrivateLinks>().MakeAdminLinkAsync("Made on the server", cancellation);
            var origin = settings.PublicUrl ?? new Uri(FirstUrl(builder.Configuration));
            await Console.Out.WriteLineAsync(new Uri(origin, Addresses.ForPrivateLink(secret.Text)).AbsoluteUri);
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static string FirstUrl(IConfiguration configuration) =>
        configuration["urls"]?.Split(';')[0] is { Length: > 0 } url ? url : "http://localhost:5000";
}
