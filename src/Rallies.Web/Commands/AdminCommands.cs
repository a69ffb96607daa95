using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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
        SettingsGiven.HasWord(args) || SettingsGiven.HasQuestion(args) || WhatIsWrong(args) is not null;

    public static async Task<int> RunAsync(string[] args)
    {
        if (!SettingsGiven.HasQuestion(args) && WhatIsWrong(args) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        var (settings, command) = SettingsGiven.Part(args);
        var parsed = Commands(settings).Parse(command);
        if (parsed.Action is not ParseErrorAction wrong)
            return await parsed.InvokeAsync();
        wrong.ShowHelp = false; // longer than the screen: what is wrong would be out of sight
        var ended = await parsed.InvokeAsync();
        await Console.Error.WriteLineAsync(WhereHelpIs(parsed));
        return ended;
    }

    /// <summary>What to write to be told what a command takes.</summary>
    internal static string WhereHelpIs(ParseResult parsed)
    {
        var words = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } result; at = at.Parent)
            words.Insert(0, result.Command.Name);
        return $"'{string.Join(' ', words.Append("--help"))}' says how to write it.";
    }

    internal static RootCommand Commands(string[] settings)
    {
        var link = new Command("link", "Makes a private link for an admin and prints it, whether or not the site is running.");
        link.SetAction((_, cancellation) => BesideTheSite.RunAsync(settings, LinkAsync, cancellation));
        var admin = new Command(Admin, "For whoever runs this server.") { link };
        return new RootCommand(
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
    }

    // --restart is nearly restore, and an option as it stands.
    private static string? WhatIsWrong(string[] args) =>
        args.Length == 0 ? null : StrayOption.In(args, Commands([]).Subcommands) ?? Misspelling.In(args, names);

    private static async Task<int> LinkAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var secret = await services.GetRequiredService<PrivateLinks>().MakeAdminLinkAsync("Made on the server", cancellation);
        if (BesideTheSite.IsOriginGuessed(services))
            await Console.Error.WriteLineAsync(
                $"The link is for a site at {BesideTheSite.Origin(services).GetLeftPart(UriPartial.Authority)}, as no address was given. If the site is elsewhere, change the link's beginning; next time give --urls or --Rallies:PublicUrl as the site has it."
            );
        await Console.Out.WriteLineAsync(new Uri(BesideTheSite.Origin(services), Addresses.ForPrivateLink(secret.Text)).AbsoluteUri);
        return 0;
    }
}
