using System.Globalization;

namespace Rallies.Storage;

/// <summary>A single thing the site must not forget about itself, by name.</summary>
public sealed class SiteFact(string name, string value)
{
    /// <summary>The permanent right-hand side of calendar UIDs.</summary>
    public const string UidDomain = "uid-domain";

    /// <summary>Present when everything in the database was put there by the demo.</summary>
    public const string Demo = "demo";

    /// <summary>How many imports were committed: whoever sees another number looks at everything again.</summary>
    public const string Imports = "imports";

    /// <summary>Before the number of a day that carries the figures of a played night; the value is when that began.</summary>
    public const string Rehearsal = "rehearsal/";

    /// <summary>Before the hash of a source and of the address its calendar was imported from; the value tells which version that was.</summary>
    public const string Fetched = "fetched/";

    public static string RehearsalOf(int dayId) => string.Create(CultureInfo.InvariantCulture, $"{Rehearsal}{dayId}");

    public string Name { get; private set; } = name;
    public string Value { get; set; } = value;
}
