using System.Collections.Frozen;
using System.Globalization;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>What an event says of itself beside its times and words: rules E1, E2, E5, E6, E13, E14 and D2.</summary>
internal sealed class EventRules(FindingList findings)
{
    // RFC 5545 §3.6.1: these MUST NOT occur more than once. A second RRULE is the reader's to refuse.
    private static readonly FrozenSet<string> Once = FrozenSet.Create(
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "STATUS",
        "SEQUENCE",
        "URL",
        "GEO",
        "CREATED",
        "LAST-MODIFIED",
        "CLASS",
        "PRIORITY",
        "TRANSP",
        "ORGANIZER",
        "RECURRENCE-ID",
        "COLOR"
    );

    private static readonly string[] Facts = ["URL", "CATEGORIES", "TRANSP"];

    private readonly HashSet<(string Uid, string Occasion)> uids = [];

    public void Look(Component e)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in e.Properties)
            if (Once.Contains(property.Name) && !seen.Add(property.Name))
                Say(Breach.SaysTwice, property, property.Name);
        if (e.Find("DTSTART") is null)
            findings.Add(Breach.NoStart, e.Line, "");
        LookAtUid(e);
        StampRules.Look(e, findings);
        LookAtSequence(e);
        LookAtStatus(e);
        LookAtPage(e);
        foreach (var property in e.Properties)
            if (property.Name is "ORGANIZER" or "ATTENDEE")
                Say(Breach.PersonsAddress, property);
            else if (property.Name is "RRULE" or "RDATE")
                Say(Breach.Recurrence, property);
    }

    private void LookAtUid(Component e)
    {
        if (e.Find("UID") is not { } uid || string.IsNullOrWhiteSpace(uid.Value))
            findings.Add(Breach.NoUid, e.Line, "");
        else if (!uids.Add((uid.Value, e.Find("RECURRENCE-ID")?.Value ?? "")))
            Say(Breach.TwinUid, uid);
    }

    private void LookAtSequence(Component e)
    {
        if (e.Find("SEQUENCE") is not { } sequence)
            findings.Add(Breach.NoSequence, e.Line, "");
        else if (!int.TryParse(sequence.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            Say(Breach.SequenceForm, sequence);
    }

    private void LookAtStatus(Component e)
    {
        if (e.Find("STATUS") is not { } status)
            findings.Add(Breach.NoStatus, e.Line, "");
        else if (status.Value is not ("CONFIRMED" or "TENTATIVE" or "CANCELLED"))
            Say(Breach.StatusForm, status);
        else if (status.Value == "CANCELLED" && e.Find("SUMMARY") is { } summary && !BeginsWithNotice(summary.Value))
            Say(Breach.CancelledUnsaid, summary);
    }

    private void LookAtPage(Component e)
    {
        var missing = string.Join(", ", Facts.Where(name => e.Find(name) is null));
        if (missing.Length > 0)
            findings.Add(Breach.EventFactMissing, e.Line, "", missing);
        if (e.Find("TRANSP") is { } transparency && transparency.Value is not ("TRANSPARENT" or "OPAQUE"))
            Say(Breach.TransparencyForm, transparency);
    }

    // In any language: a word in capitals and a colon, "CANCELLED: ".
    private static bool BeginsWithNotice(string summary)
    {
        var colon = summary.IndexOf(": ", StringComparison.Ordinal);
        return colon > 2
            && !summary.AsSpan(0, colon).ContainsAny('\\', ',')
            && summary[..colon].All(c => char.IsUpper(c) || c is ' ' or '’');
    }

    private void Say(Breach breach, Property property, params object[] details) =>
        findings.Add(breach, property.Line, $"{property.Name}:{property.Value}", details);
}
