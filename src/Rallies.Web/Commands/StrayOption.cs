using System.CommandLine;

namespace Rallies.Web.Commands;

/// <summary>An option of a command where the command was left out: --towns 20 would start a site.</summary>
internal static class StrayOption
{
    /// <returns>One sentence that says whose it is; null where there is none.</returns>
    public static string? In(string[] args, IEnumerable<Command> commands)
    {
        var all = commands.ToList();
        foreach (var arg in SettingsGiven.WithoutValues(args))
        {
            if (all.Any(command => command.Name == arg))
                return null; // what follows is that command's
            var written = arg.Split('=', 2)[0];
            var owners = all.Where(command => command.Options.Any(option => option.Name == written)).Select(c => c.Name).ToList();
            if (owners.Count > 0)
                return $"{written} belongs to {string.Join(" and ", owners)}, so nothing was started: write the command before it.";
        }
        return null;
    }
}
