using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>When an event was made and changed, in UTC: rules E3 and E4 (RFC 5545 §3.8.7).</summary>
internal static class StampRules
{
    private static readonly string[] Stamps = ["DTSTAMP", "LAST-MODIFIED", "CREATED"];

    /// <summary>RFC 5545 §3.3.5, form 2, in capitals.</summary>
    public static bool IsUtc(string value) => value.EndsWith('Z') && value.Length == 16 && TimeValue.Read(value) is not null;

    public static void Look(Component e, FindingList findings)
    {
        foreach (var name in Stamps)
            if (e.Find(name) is { } stamp && !IsUtc(stamp.Value))
                findings.Add(Breach.StampForm, stamp.Line, $"{name}:{stamp.Value}", name);
        var changed = e.Find("LAST-MODIFIED");
        if (e.Find("DTSTAMP") is not { } made)
            findings.Add(Breach.NoStamp, e.Line, "");
        else if (changed is not null && changed.Value != made.Value)
            findings.Add(Breach.StampsDiffer, made.Line, $"DTSTAMP:{made.Value}");
        if (changed is null)
            findings.Add(Breach.NoLastModified, e.Line, "");
        if (e.Find("CREATED") is null)
            findings.Add(Breach.NoCreation, e.Line, "");
    }
}
