using System.Globalization;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>What people read of an event, and its place: rules E10 to E12.</summary>
internal sealed class WordRules(FindingList findings)
{
    public void Look(Component e)
    {
        LookAtTitle(e);
        LookAtPlace(e);
        LookAtDescription(e);
    }

    private void LookAtTitle(Component e)
    {
        if (e.Find("SUMMARY") is not { } summary)
            findings.Add(Breach.NoTitle, e.Line, "");
        else if (TextValue.Unescape(summary.Value).Length > CalendarEvent.LongestSummary)
            Say(Breach.LongTitle, summary, "", CalendarEvent.LongestSummary);
    }

    private void LookAtPlace(Component e)
    {
        var location = e.Find("LOCATION");
        if (location is not null && TextValue.Unescape(location.Value).Contains('\n'))
            Say(Breach.PlaceInLines, location);
        if (e.Find("GEO") is { } geo && !IsPosition(geo.Value))
            Say(Breach.PositionForm, geo);
        // Apple shows its map only where the two are the same to the letter.
        if (e.Find("X-APPLE-STRUCTURED-LOCATION") is { } place && place["X-TITLE"] is { } title && location is not null)
            if (title != TextValue.Unescape(location.Value).Replace("\n", ", ", StringComparison.Ordinal))
                Say(Breach.AppleTitle, place);
    }

    private void LookAtDescription(Component e)
    {
        if (e.Find("X-ALT-DESC") is { } other)
            Say(Breach.OtherDescription, other);
        if (e.Find("DESCRIPTION") is not { } description)
            return;
        var words = TextValue.Unescape(description.Value);
        if (words.Length > CalendarEvent.LongestDescription)
            Say(Breach.LongDescription, description, "", CalendarEvent.LongestDescription);
        else if (PlainText.From(words) != words)
            Say(Breach.Markup, description);
        if (e.Find("URL") is { } page && !words.Contains(page.Value, StringComparison.Ordinal))
            Say(Breach.PageUnsaid, description);
    }

    // RFC 5545 §3.8.1.6: the semicolon between the two is not escaped.
    private static bool IsPosition(string value) =>
        value.Split(';') is [var latitude, var longitude] && IsWithin(latitude, 90) && IsWithin(longitude, 180);

    private static bool IsWithin(string text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && Math.Abs(degrees) <= most;

    private void Say(Breach breach, Property property, params object[] details) =>
        findings.Add(breach, property.Line, $"{property.Name}:{property.Value}", details);
}
