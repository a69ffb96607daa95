using System.Globalization;
using System.Resources;

namespace Rallies.Calendars.Checking;

/// <summary>What is said of rules and of what breaks them: Findings.resx.</summary>
internal static class Sentences
{
    private static readonly ResourceManager Resource = new("Rallies.Calendars.Checking.Findings", typeof(Sentences).Assembly);

    public static string Of(string key, params object[] details) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Resource.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"Findings.resx has no '{key}'."),
            details
        );
}
