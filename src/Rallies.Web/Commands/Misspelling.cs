using Rallies.Web.Settings;

namespace Rallies.Web.Commands;

/// <summary>What would be passed over as a setting of nobody's: a command with dashes in front, a setting without its section, --url.</summary>
internal static class Misspelling
{
    private static readonly string[] hosts = ["urls", "environment"];

    /// <returns>One sentence, with the right spelling; null where there is none to correct.</returns>
    public static string? In(string[] args, string[] commands)
    {
        var meant = commands;
        foreach (var arg in SettingsGiven.WithoutValues(args))
            if (commands.Contains(arg))
                meant = []; // what follows may be an option of that command
            else if (arg.StartsWith('-') || arg.Contains('=', StringComparison.Ordinal))
            {
                var written = arg.Split('=', 2)[0];
                if (Right(written.TrimStart('-'), meant) is { } right)
                    return $"{written} is no setting of this site, so nothing was started: write {right} if that is meant.";
            }
        return null;
    }

    private static string? Right(string key, string[] commands)
    {
        if (KnownSettings.IsKnown(key))
            return $"--Rallies:{key}";
        if (commands.Length == 0 || hosts.Contains(key, StringComparer.OrdinalIgnoreCase))
            return null;
        if (hosts.FirstOrDefault(host => Slips.AreFew(key, host)) is { } host)
            return $"--{host}";
        return commands.FirstOrDefault(command => Slips.AreFew(key, command) || Begins(key, command)) is { } name
            ? $"{name}, without dashes,"
            : null;
    }

    // Of what is shorter, many things are the beginning.
    private static bool Begins(string key, string command) => key.Length > 3 && command.StartsWith(key, StringComparison.OrdinalIgnoreCase);
}
