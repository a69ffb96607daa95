using System.Collections.Frozen;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>Values of type TEXT (RFC 5545 §3.3.11): which characters stand behind a backslash, and which must. Rule B4.</summary>
internal static class EscapeRules
{
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "COMMENT",
        "CONTACT",
        "NAME",
        "X-WR-CALNAME",
        "X-WR-CALDESC",
        "TZNAME",
        "UID",
        "PRODID"
    );

    private static readonly FrozenSet<string> Lists = FrozenSet.Create("CATEGORIES", "RESOURCES");

    public static void Look(Property property, string text, FindingList findings)
    {
        var isList = Lists.Contains(property.Name);
        if (!isList && !Texts.Contains(property.Name))
            return;
        var value = property.Value;
        // Commas and semicolons in identifiers are common, and no program takes them for anything else.
        var mayStandBare = property.Name is "UID" or "PRODID";
        for (var i = 0; i < value.Length; i++)
            if (value[i] == '\\')
            {
                i++;
                if (i == value.Length || value[i] is not ('\\' or ';' or ',' or 'n' or 'N'))
                    findings.Add(Breach.BadEscape, property.Line, text);
            }
            else if (!mayStandBare && (value[i] == ';' || (value[i] == ',' && !isList)))
                findings.Add(Breach.UnescapedSeparator, property.Line, text);
    }
}
