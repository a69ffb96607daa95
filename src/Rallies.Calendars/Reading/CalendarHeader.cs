namespace Rallies.Calendars.Reading;

/// <summary>What calendars say of themselves (RFC 5545 §3.7), and whether they are ones to read events from.</summary>
internal sealed record CalendarHeader(string? Name)
{
    public static CalendarHeader Read(IReadOnlyList<Component> calendars, ReadingLimits limits, ComplaintList complaints)
    {
        string? name = null;
        foreach (var calendar in calendars)
        {
            Check(calendar, complaints);
            var property = calendar.Find("NAME") ?? calendar.Find("X-WR-CALNAME");
            name ??= property is null ? null : Clean(property.Value, limits);
        }
        return new CalendarHeader(name);
    }

    private static void Check(Component calendar, ComplaintList complaints)
    {
        var begin = $"BEGIN:{calendar.Name}";
        if (calendar.Find("VERSION") is not { } version)
            complaints.Add(Fault.NoVersion, calendar.Line, begin);
        // RFC 5545 §3.7.4: the value may be a range, "1.0;2.0" say.
        else if (!version.Value.Split(';').Any(number => number.Trim() == "2.0"))
            complaints.Add(Fault.OldVersion, version.Line, $"VERSION:{version.Value}", version.Value.Trim());
        if (calendar.Find("CALSCALE") is { } scale && !IsOneOf(scale, "GREGORIAN", ""))
            complaints.Add(Fault.OtherCalendarScale, scale.Line, $"CALSCALE:{scale.Value}");
        // RFC 5546 §1.4: the other methods answer or take back what is in somebody's calendar.
        if (calendar.Find("METHOD") is { } method && !IsOneOf(method, "PUBLISH", "REQUEST", "ADD", ""))
            complaints.Add(Fault.NotAnAnnouncement, method.Line, $"METHOD:{method.Value}", CleanText.InOneLine(method.Value, " "));
        if (calendar.Find("PRODID") is null)
            complaints.Add(Fault.NoProduct, calendar.Line, begin);
    }

    private static bool IsOneOf(Property property, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (property.Value.AsSpan().Trim().Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static string? Clean(string value, ReadingLimits limits)
    {
        var text = Shortened.To(limits.OtherText, CleanText.InOneLine(TextValue.Unescape(value), " "));
        return EscapedText.IsBlank(text) ? null : text;
    }
}
