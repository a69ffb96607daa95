using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Reads one VEVENT (RFC 5545 §3.6.1).</summary>
internal sealed class EventReader(CalendarZones zones, ReadingOptions options, ComplaintList complaints)
{
    private readonly MomentReader moments = new(zones, options.Limits, complaints);
    private readonly List<(string Uid, EventMoment? Moment)> refusedOccasions = [];

    /// <summary>
    /// Occasions of a series that could not be read. The series must not show them as they were before they were changed. Where even
    /// the occasion is not known, no occasion of the series can be trusted.
    /// </summary>
    public IReadOnlyList<(string Uid, EventMoment? Moment)> RefusedOccasions => refusedOccasions;

    /// <summary>The event, or nothing where it is refused.</summary>
    public EventDraft? Read(Component component)
    {
        var identity = EventIdentity.Read(component);
        var isOccasion = component.Find("RECURRENCE-ID") is not null;
        var occasion = isOccasion ? ReadOccasion(component) : null;
        var draft = isOccasion && occasion is null ? null : Read(component, identity, occasion);
        if (draft is null && isOccasion)
            refusedOccasions.Add((identity.Uid, occasion));
        if (draft is not null && identity.Fault is { } fault)
            complaints.Add(fault, component.Line, component.Find("UID")?.Value ?? "BEGIN:VEVENT", options.Limits.OtherText);
        return draft;
    }

    private EventDraft? Read(Component component, EventIdentity identity, EventMoment? occasion)
    {
        if (StandsTwice(component) || new SpanReader(zones, moments, options, complaints).Read(component) is not { } span)
            return null;
        if (ReadSequence(component) is not { } sequence || moments.ReadList(component.FindAll("EXDATE")) is not { } excluded)
            return null;
        if (moments.ReadList(component.FindAll("RDATE")) is not { } added || !TryReadRule(component, span, out var rule))
            return null;
        var texts = new EventTexts(component, options.Limits, complaints);
        if (texts.Summary is null)
        {
            complaints.Add(Fault.NoSummary, component.Line, "BEGIN:VEVENT");
            return null;
        }
        return new EventDraft
        {
            Component = component,
            Identity = identity,
            Texts = texts,
            Zones = zones,
            Span = span,
            RecurrenceId = occasion,
            Rule = rule,
            Added = added,
            Excluded = excluded,
            Sequence = sequence,
            Stamp = ReadStamp(component),
            LastModified = Utc(component.Find("LAST-MODIFIED")),
        };
    }

    private EventMoment? ReadOccasion(Component component)
    {
        var property = component.Find("RECURRENCE-ID")!;
        // RFC 5545 §3.2.13: it would move all later occasions too.
        if (property["RANGE"] is not null)
        {
            complaints.Add(Fault.RangeNotRead, property.Line, $"RECURRENCE-ID;RANGE={property["RANGE"]}");
            return null;
        }
        if (component.FindAll("RECURRENCE-ID").Count() == 1 && TimeValue.Read(property.Value) is not null)
            return moments.Read(property);
        complaints.Add(Fault.BadRecurrenceId, property.Line, property.Value);
        return null;
    }

    // RFC 5545 §3.6.1: these must not occur more than once, and whoever takes one of two times guesses.
    private bool StandsTwice(Component component)
    {
        foreach (var name in (string[])["DTSTART", "DTEND", "DURATION", "UID"])
        {
            var values = component.FindAll(name).DistinctBy(property => (property["TZID"], property.Value)).ToArray();
            if (values.Length < 2)
                continue;
            complaints.Add(Fault.StandsTwice, values[1].Line, $"{name}:{values[1].Value}", name);
            return true;
        }
        return false;
    }

    private bool TryReadRule(Component component, EventSpan span, out RecurrenceRule? rule)
    {
        rule = null;
        var rules = component.FindAll("RRULE").ToArray();
        var wrong =
            component.Find("EXRULE") is { } exception ? (Fault.ExceptionRule, "EXRULE", exception)
            : rules.Length > 1 ? (Fault.SeveralRules, "RRULE", rules[1])
            : ((Fault, string, Property)?)null;
        if (wrong is null && rules.Length == 1)
        {
            (rule, var fault) = RuleReader.Read(rules[0].Value, options.Limits);
            fault ??= rule is null ? null : OtherTime(rule, span);
            if (fault is { } found)
                wrong = (found.Fault, found.Word, rules[0]);
        }
        if (wrong is not var (kind, word, property))
            return true;
        complaints.Add(kind, property.Line, $"{property.Name}:{property.Value}", word, options.Limits.LargestInterval);
        return false;
    }

    /// <summary>A part of the rule that says another time of day than the start.</summary>
    private static (Fault, string)? OtherTime(RecurrenceRule rule, EventSpan span)
    {
        foreach (var (name, number) in rule.TimeParts)
        {
            var said = name switch
            {
                "BYHOUR" => span.Start.Hour,
                "BYMINUTE" => span.Start.Minute,
                _ => span.Start.Second,
            };
            if (said != number)
                return (Fault.RulePartNotRead, name);
        }
        return null;
    }

    private int? ReadSequence(Component component)
    {
        if (component.Find("SEQUENCE") is not { } property)
            return 0;
        var digits = property.Value.AsSpan().Trim();
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            complaints.Add(Fault.BadSequence, property.Line, $"SEQUENCE:{property.Value}");
            return 0;
        }
        if (int.TryParse(digits, out var sequence))
            return sequence;
        complaints.Add(Fault.SequenceTooHigh, property.Line, $"SEQUENCE:{property.Value}", int.MaxValue);
        return null;
    }

    private Instant? ReadStamp(Component component)
    {
        var stamp = Utc(component.Find("DTSTAMP"));
        if (stamp is null)
            complaints.Add(
                Fault.NoStamp,
                component.Find("DTSTAMP")?.Line ?? component.Line,
                component.Find("DTSTAMP")?.Value ?? "BEGIN:VEVENT"
            );
        return stamp;
    }

    // RFC 5545 §3.8.7: these are in UTC, always.
    private static Instant? Utc(Property? property) =>
        TimeValue.Read(property?.Value) is { Form: TimeForm.Utc } value ? value.Local.InUtc().ToInstant() : null;
}
