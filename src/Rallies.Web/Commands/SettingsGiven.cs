namespace Rallies.Web.Commands;

/// <summary>
/// Parts the settings on a command line (<c>--Rallies:DataDirectory DIR</c>, <c>Rallies:Demo=true</c>, <c>--urls URL</c>) from the command
/// itself.
/// </summary>
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
                if (!HasValue(args[i]) && i + 1 < args.Length && !IsLongQuestion(args[i + 1]))
                    settings.Add(args[++i]);
            }
        return ([.. settings], [.. command]);
    }

    /// <summary>Whether something stands there that no setting is and that belongs to none: the word of a command, or what was meant as one.</summary>
    public static bool HasWord(string[] args) =>
        WithoutValues(args).Any(arg => !IsDashed(arg) && (arg.StartsWith('-') || (arg.Length > 0 && !HasValue(arg))));

    /// <summary>Whether help is asked for, or the version, wherever on the line; the short ways may be a value behind a key.</summary>
    public static bool HasQuestion(string[] args) => args.Any(IsLongQuestion) || WithoutValues(args).Any(IsQuestion);

    /// <summary>All but the values that stand behind a key.</summary>
    public static IEnumerable<string> WithoutValues(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            yield return args[i];
            if (IsDashed(args[i]) && !HasValue(args[i]))
                i++;
        }
    }

    private static bool IsQuestion(string arg) => IsLongQuestion(arg) || arg is "-h" or "-?" or "/h" or "/?";

    private static bool IsLongQuestion(string arg) => arg is "--help" or "--version";

    private static bool IsSetting(string arg)
    {
        var name = arg.Split('=', 2)[0];
        return name is "--urls" or "--environment" or "--contentRoot"
            || (name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal))
            || (name.StartsWith('/') && IsKey(name[1..]))
            || (HasValue(arg) && IsKey(name));
    }

    // The two ways to write a key in front of its value (Rallies:Demo=true, without either, has to have its value with it).
    private static bool IsDashed(string arg) => arg.StartsWith("--", StringComparison.Ordinal) || arg.StartsWith('/');

    private static bool HasValue(string arg) => arg.Contains('=', StringComparison.Ordinal);

    // An address or a path is none.
    private static bool IsKey(string name) =>
        name.Contains(':', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-');
}
