using System.CommandLine;
using System.CommandLine.Invocation;
using Rallies.Web.UseCases;

namespace Rallies.Web.Commands;

/// <summary>What the host asks of the program besides running the site. Settings are given as to the site: --Rallies:DataDirectory DIR.</summary>
internal static class AdminCommands
{
    private const string Admin = "admin";

    private static readonly string[] names =
    [
        Admin,
        ImportCommands.Calendar,
        ImportCommands.StrikeList,
        RehearseOptions.Name,
        BackupOptions.Backup,
        BackupOptions.Restore,
    ];

    /// <summary>A word that is no command of ours is meant as one too, and refused: a misspelt backup must not start a site.</summary>
    public static bool AreMeant(string[] args) =>
        SettingsGiven.HasWord(args) || SettingsGiven.HasQuestion(args) || Misspelling.In(args, names) is not null;

    public static async Task<int> RunAsync(string[] args)
    {
        if (!SettingsGiven.HasQuestion(args) && Misspelling.In(args, names) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        var (settings, command) = SettingsGiven.Part(args);
        var link = new Command("link", "Makes a private link for an admin and prints it, whether or not the site is running.");
        link.SetAction((_, cancellation) => BesideTheSite.RunAsync(settings, LinkAsync, cancellation));
        var admin = new Command(Admin, "For whoever runs this server.") { link };
        var root = new RootCommand(
            "Rallies: one site for a simultaneous day of action. Without a command it runs the site. Settings, such as --Rallies:DataDirectory DIR, are given to each command as to the site; README.md lists them."
        )
        {
            admin,
            ImportCommands.ForCalendar(settings),
            ImportCommands.ForStrikeList(settings),
            RehearseOptions.ForRehearsal(settings),
            BackupOptions.ForBackup(settings),
            BackupOptions.ForRestore(settings),
        };
        var parsed = root.Parse(command);
        if (parsed.Action is ParseErrorAction wrong)
            wrong.ShowHelp = false; // longer than the screen: what is wrong would be out of sight
        return await parsed.InvokeAsync();
    }

    private static async Task<int> LinkAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var secret = await services.GetRequiredService<PrivateLinks>().MakeAdminLinkAsync("Made on the server", cancellation);
        await Console.Out.WriteLineAsync(new Uri(BesideTheSite.Origin(services), Addresses.ForPrivateLink(secret.Text)).AbsoluteUri);
        return 0;
    }
}
