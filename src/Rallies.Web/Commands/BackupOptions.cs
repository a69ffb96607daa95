using System.CommandLine;

namespace Rallies.Web.Commands;

/// <summary>What <c>backup</c> and <c>restore</c> are called with.</summary>
internal static class BackupOptions
{
    public const string Backup = "backup";
    public const string Restore = "restore";

    public static Command ForBackup(string[] settings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Where it goes; one of that name is replaced once the new one is complete.",
        };
        var command = new Command(
            Backup,
            "Writes everything the site remembers into one file, its key ring with it, whether or not the site is running. Keep the file as you would keep the server's keys. SQLite and PostgreSQL both take it back."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, cancellation) => BackupCommand.RunAsync(settings, parsed.GetRequiredValue(file), Console.Out, cancellation)
        );
        return command;
    }

    public static Command ForRestore(string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup wrote, on either engine." };
        var command = new Command(
            Restore,
            "Takes a backup back into an empty database: a new data directory, or an empty database of PostgreSQL. The site must not be running on it. Boards and calendars then go on from above whatever they have told since the backup."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, cancellation) => RestoreCommand.RunAsync(settings, parsed.GetRequiredValue(file), Console.Out, cancellation)
        );
        return command;
    }
}
