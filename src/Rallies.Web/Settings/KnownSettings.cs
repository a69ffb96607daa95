using Rallies.Web.Start;

namespace Rallies.Web.Settings;

/// <summary>The names of all settings: a misspelt one would otherwise be passed over, and the site run with its default.</summary>
internal static class KnownSettings
{
    private const string Section = "Rallies";
    private const string Databases = "ConnectionStrings";
    private const string Database = $"{Databases}:{Section}";
    private const string Proxies = "TrustedProxies";

    /// <summary>Under <c>Rallies:</c>.</summary>
    private static readonly string[] names =
    [
        "DataDirectory",
        "Demo",
        "PublicUrl",
        "UidDomain",
        "Smtp:Host",
        "Smtp:Port",
        "Smtp:User",
        "Smtp:Password",
        "Smtp:From",
        "Feeds:Compress",
        Proxies,
        "Live:CrowdAt",
        "Metrics:Token",
        .. typeof(LimitSettings).GetProperties().Select(limit => $"Limits:{limit.Name}"),
    ];

    /// <exception cref="StartRefusedException">One is not among them, or nearly the connection string's and it is not given.</exception>
    public static void RefuseOthers(IConfiguration configuration)
    {
        var hasDatabase = !string.IsNullOrEmpty(configuration[Database]);
        foreach (var (key, value) in configuration.AsEnumerable().OrderBy(given => given.Key, StringComparer.Ordinal))
            if (!string.IsNullOrEmpty(value) && key.Split(':', 2) is [var section, var name]) // a section is told without a value
                if ((Ours(section, name) ?? (hasDatabase ? null : OurDatabase(section, name))) is { } nearest)
                    throw new StartRefusedException(
                        $"{key} is no setting of this site; the nearest is {nearest}: correct it, or take it out."
                    );
    }

    /// <param name="name">Without the <c>Rallies:</c> in front. Proxies may be a list.</param>
    public static bool IsKnown(string name) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith($"{Proxies}:", StringComparison.OrdinalIgnoreCase);

    // Null for what is known, and for what is another program's.
    private static string? Ours(string section, string name)
    {
        var isOurs = Is(section, Section);
        if (isOurs ? IsKnown(name) : !IsNearlyOurs(section))
            return null;
        if (IsKnown(name))
            return $"{Section}:{name}";
        var nearest = Slips.Nearest(name, [.. names, Database]);
        if (!isOurs && !Slips.AreFew(name, nearest))
            return null;
        return nearest == Database ? Database : $"{Section}:{nearest}";
    }

    // Hosting environments set connection strings for other programs too: only what is nearly called as ours is meant for us.
    private static string? OurDatabase(string section, string name) =>
        Slips.AreFew(section, Databases) && (Is(name, Section) || IsNearlyOurs(name)) ? Database : null;

    private static bool IsNearlyOurs(string word) =>
        !Is(word, Section) && (Slips.AreFew(word, Section) || word.StartsWith(Section[..4], StringComparison.OrdinalIgnoreCase));

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
