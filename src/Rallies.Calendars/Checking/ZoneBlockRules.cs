using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>The file's own VTIMEZONEs: rule E7 (RFC 5545 §3.6.5). Half of all programs go by the block, the other half by its name.</summary>
internal static class ZoneBlockRules
{
    /// <summary>The names of the blocks that can be understood.</summary>
    public static IReadOnlySet<string> Look(Component calendar, FindingList findings)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in calendar.Children)
            if (block.Name == "VTIMEZONE")
                Look(block, names, findings);
        return names;
    }

    private static void Look(Component block, HashSet<string> names, FindingList findings)
    {
        if (block.Find("TZID") is not { Value: { Length: > 0 } written } name)
        {
            findings.Add(Breach.ZoneBlock, block.Line, "BEGIN:VTIMEZONE", "");
            return;
        }
        var id = TextValue.Unescape(written);
        if (!names.Add(id))
            findings.Add(Breach.ZoneBlockTwice, name.Line, $"TZID:{written}", id);
        LookAtName(id, name.Line, findings);
        LookAtObservances(block, id, findings);
    }

    private static void LookAtName(string id, int line, FindingList findings)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null)
            return;
        if (ZoneNames.Default.Find(id) is { } meant)
            findings.Add(Breach.ZoneNameForeign, line, $"TZID:{id}", id, meant.Id);
        else
            findings.Add(Breach.ZoneNameUnknown, line, $"TZID:{id}", id);
    }

    private static void LookAtObservances(Component block, string id, FindingList findings)
    {
        if (block.Children.Count == 0)
            findings.Add(Breach.ZoneBlock, block.Line, $"TZID:{id}", id);
        foreach (var observance in block.Children)
            if (!IsWhole(observance))
                findings.Add(Breach.ZoneBlock, observance.Line, $"BEGIN:{observance.Name}", id);
        var winters = block.Children.Count(observance => observance.Name == "STANDARD");
        var summers = block.Children.Count - winters;
        // Outlook takes no other shape, and falls back to UTC.
        if (block.Children.Count > 0 && (winters != 1 || summers > 1))
            findings.Add(Breach.ZoneBlockShape, block.Line, $"TZID:{id}", id);
    }

    private static bool IsWhole(Component observance) =>
        observance.FindAll("DTSTART").ToList() is [var start]
        && TimeValue.Read(start.Value) is { Form: TimeForm.Local }
        && IsOffset(observance, "TZOFFSETFROM")
        && IsOffset(observance, "TZOFFSETTO");

    // RFC 5545 §3.3.14: "-0000" is no offset.
    private static bool IsOffset(Component observance, string name) =>
        observance.FindAll(name).ToList() is [var offset]
        && OffsetValue.Read(offset.Value) is not null
        && !(offset.Value[0] == '-' && offset.Value.AsSpan(1).TrimEnd('0').IsEmpty);
}
