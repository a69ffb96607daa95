using Rallies.Web.Start;

namespace Rallies.Web.Settings;

/// <summary>The names of all settings: a misspelt one would otherwise be passed over, and the site run with its default.</summary>
internal static class KnownSettings
{
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

    /// <exception cref="StartRefusedException">One is not among them.</exception>
    public static void RefuseOthers(IConfigurationSection rallies)
    {
        foreach (var (name, value) in rallies.AsEnumerable(makePathsRelative: true).OrderBy(given => given.Key, StringComparer.Ordinal))
            if (!string.IsNullOrEmpty(value) && !IsKnown(name)) // a section is told without one
                throw new StartRefusedException(
                    $"Rallies:{name} is no setting of this site; the nearest is Rallies:{Nearest(name)}: correct it, or take it out."
                );
    }

    // Proxies may be a list.
    private static bool IsKnown(string name) =>
        names.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith($"{Proxies}:", StringComparison.OrdinalIgnoreCase);

    private static string Nearest(string name) => names.MinBy(known => Slips(name.ToUpperInvariant(), known.ToUpperInvariant()))!;

    // How many letters have to be put in, taken out or changed (Levenshtein).
    private static int Slips(string one, string other)
    {
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var row = new int[other.Length + 1];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            above = row;
        }
        return above[^1];
    }
}
