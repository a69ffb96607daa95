namespace Rallies.Web.Commands;

/// <summary>Parts the settings on a command line (<c>--Rallies:DataDirectory DIR</c>, <c>--urls URL</c>) from the command itself.</summary>
internal static class SettingsGiven
{
    public static (string[] Settings, string[] Command) Part(string[] args)
    {
        var (settings, command) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
            if (!IsSetting(args[i]))
                command.Add(args[i]);
            else
            {
                settings.Add(args[i]);
                if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
                    settings.Add(args[++i]);
            }
        return ([.. settings], [.. command]);
    }

    private static bool IsSetting(string arg)
    {
        var name = arg.Split('=', 2)[0];
        return name.StartsWith("--", StringComparison.Ordinal)
            && (name.Contains(':', StringComparison.Ordinal) || name is "--urls" or "--environment" or "--contentRoot");
    }
}
