using NodaTime;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>When an event is: rules E7 and E8 (RFC 5545 §3.3.4, §3.3.5, §3.8.2).</summary>
internal sealed class TimeRules(FindingList findings, IReadOnlySet<string> zones)
{
    /// <summary>The day of the first event; nothing while there is none.</summary>
    public LocalDate? First { get; private set; }

    public void Look(Component e)
    {
        foreach (var property in e.Properties)
            if (property.Name is "DTSTART" or "DTEND" or "RECURRENCE-ID" or "EXDATE" or "RDATE")
                Look(property);
        if (e.Find("DTSTART") is not { } start || TimeValue.Read(start.Value) is not { } from)
            return;
        var day = from.Local.Date;
        First = First is { } first && first <= day ? first : day;
        LookAtEnd(e, start, from);
        foreach (var rule in e.FindAll("RRULE"))
            LookAtUntil(rule, from.Form);
    }

    private void Look(Property property)
    {
        if (property.Has("VALUE", "PERIOD"))
            return;
        TimeForm? form = null;
        foreach (var range in property.Value.AsSpan().Split(','))
        {
            var text = property.Value.AsSpan(range);
            if (TimeValue.Read(text) is not { } time || text.ContainsAny(" tz"))
            {
                Say(Breach.TimeForm, property, property.Name);
                return;
            }
            form = time.Form;
            if (form == TimeForm.Date != property.Has("VALUE", "DATE"))
                Say(Breach.DateForm, property, property.Name);
        }
        if (property["TZID"] is { } zone)
            LookAtZone(property, zone, form);
        else if (form == TimeForm.Local)
            Say(Breach.FloatingTime, property, property.Name);
    }

    private void LookAtZone(Property property, string zone, TimeForm? form)
    {
        if (form != TimeForm.Local)
            Say(Breach.ZoneTooMuch, property, property.Name);
        else if (!zones.Contains(zone))
            Say(Breach.NoZoneBlock, property, zone);
    }

    private void LookAtEnd(Component e, Property start, TimeValue from)
    {
        var (end, duration) = (e.Find("DTEND"), e.Find("DURATION"));
        if (end is not null && duration is not null)
            Say(Breach.EndAndDuration, duration);
        else if (duration is not null && Length.Read(duration.Value) is not { IsPositive: true })
            Say(Breach.DurationForm, duration);
        else if (end is not null && TimeValue.Read(end.Value) is { } to)
            LookAtEnd(start, from, end, to);
        else if (end is null && duration is null && from.Form != TimeForm.Date)
            findings.Add(Breach.NoEnd, e.Line, "");
    }

    // Ends by another clock than the start's are the reader's to compare.
    private void LookAtEnd(Property start, TimeValue from, Property end, TimeValue to)
    {
        if ((from.Form == TimeForm.Date) != (to.Form == TimeForm.Date))
            Say(Breach.TwoForms, end);
        else if (from.Form == to.Form && start["TZID"] == end["TZID"] && to.Local <= from.Local)
            Say(Breach.EndNotAfterStart, end);
    }

    // RFC 5545 §3.3.10: a date where the start is one, and otherwise in UTC.
    private void LookAtUntil(Property rule, TimeForm start)
    {
        foreach (var range in rule.Value.AsSpan().Split(';'))
        {
            var part = rule.Value.AsSpan(range);
            if (!part.StartsWith("UNTIL=", StringComparison.OrdinalIgnoreCase) || TimeValue.Read(part[6..]) is not { } until)
                continue;
            if (until.Form != (start == TimeForm.Date ? TimeForm.Date : TimeForm.Utc))
                Say(Breach.UntilForm, rule);
        }
    }

    private void Say(Breach breach, Property property, params object[] details)
    {
        var zone = property["TZID"] is { } id ? $";TZID={id}" : "";
        findings.Add(breach, property.Line, $"{property.Name}{zone}:{property.Value}", details);
    }
}
