using Rallies.Calendars;
using Rallies.Domain;

namespace Rallies.Web.Importing;

/// <summary>What SUMMARY adds to town and day: "May Day picnic" of "Leeds: May Day picnic", nothing of "Leeds: 3 June".</summary>
internal static class NameOfRally
{
    private static readonly string[] saysNothing = ["rally", "day", "of", "action", "in", "at", "on", "the", "for", "and"];

    public static string In(string summary, Town town, DayOfAction day)
    {
        var name = summary.Trim();
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Folded(name[..colon]) == Folded(town.Name))
            name = name[(colon + 1)..].Trim();
        var known = $"{Folded(town.Name)}-{Folded(day.Name)}".Split('-').Concat(saysNothing).ToHashSet(StringComparer.Ordinal);
        return Folded(name).Split('-', StringSplitOptions.RemoveEmptyEntries).All(known.Contains)
            ? ""
            : Shortened.To(Rally.MaxNameLength, name);
    }

    private static string Folded(string text) => FoldedText.Of(text, 200);
}
