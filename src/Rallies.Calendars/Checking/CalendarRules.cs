using System.Collections.Frozen;
using System.Globalization;
using Rallies.Calendars.Reading;

namespace Rallies.Calendars.Checking;

/// <summary>What a calendar says of itself: rules C1 to C8 (RFC 5545 §3.6 and §3.7, RFC 7986 §5).</summary>
internal sealed class CalendarRules(Component calendar, FindingList findings)
{
    // NAME and DESCRIPTION may stand once for each language.
    private static readonly FrozenSet<string> Once = FrozenSet.Create(
        "CALSCALE",
        "METHOD",
        "X-WR-CALNAME",
        "REFRESH-INTERVAL",
        "X-PUBLISHED-TTL",
        "SOURCE",
        "COLOR"
    );

    public static void Look(IReadOnlyList<Component> calendars, IReadOnlyDictionary<string, int> others, FindingList findings)
    {
        foreach (var calendar in calendars)
            new CalendarRules(calendar, findings).Look(isEmpty: calendar.Children.Count == 0 && others.Count == 0);
        foreach (var calendar in calendars.Skip(1))
            findings.Add(Breach.SeveralCalendars, calendar.Line, "BEGIN:VCALENDAR");
    }

    private void Look(bool isEmpty)
    {
        LookAtProduct();
        LookAtNames();
        LookAtFacts();
        LookAtRefresh();
        LookAtColour();
        LookAtWhatIsBetterLeftOut();
        if (isEmpty)
            findings.Add(Breach.NothingInside, calendar.Line, "BEGIN:VCALENDAR");
    }

    private void LookAtProduct()
    {
        if (calendar.FindAll("VERSION").ToList() is not [{ Value: "2.0" }])
            Say(Breach.Version, calendar.Find("VERSION"));
        if (calendar.FindAll("PRODID").Count() != 1)
            Say(Breach.Product, calendar.FindAll("PRODID").LastOrDefault());
        if (calendar.Find("CALSCALE") is { } scale && !scale.Value.Equals("GREGORIAN", StringComparison.OrdinalIgnoreCase))
            Say(Breach.Scale, scale);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in calendar.Properties)
            if (Once.Contains(property.Name) && !seen.Add(property.Name))
                Say(Breach.CalendarSaysTwice, property, property.Name);
    }

    private void LookAtNames()
    {
        var (name, older) = (calendar.Find("NAME"), calendar.Find("X-WR-CALNAME"));
        if (name is null || older is null)
            Say(
                Breach.NameMissing,
                name ?? older,
                name is not null ? "X-WR-CALNAME"
                    : older is not null ? "NAME"
                    : "NAME, X-WR-CALNAME"
            );
        else if (Words(name) != Words(older))
            Say(Breach.NamesDiffer, older);
        var (description, olderDescription) = (calendar.Find("DESCRIPTION"), calendar.Find("X-WR-CALDESC"));
        if (Words(description) != Words(olderDescription))
            Say(Breach.DescriptionsDiffer, olderDescription ?? description);
    }

    private void LookAtFacts()
    {
        var missing = Missing("UID", "URL", "LAST-MODIFIED");
        if (missing.Length > 0)
            Say(Breach.CalendarFactMissing, null, missing);
        if (calendar.Find("SOURCE") is { } source && !source.Has("VALUE", "URI"))
            Say(Breach.SourceForm, source);
        if (calendar.Find("LAST-MODIFIED") is { } stamp && !StampRules.IsUtc(stamp.Value))
            Say(Breach.CalendarStampForm, stamp);
    }

    private void LookAtRefresh()
    {
        var missing = Missing("REFRESH-INTERVAL", "X-PUBLISHED-TTL");
        if (missing.Length > 0)
            Say(Breach.RefreshMissing, null, missing);
        // RFC 7986 §5.7: the value type has no default.
        if (calendar.Find("REFRESH-INTERVAL") is { } interval && !(interval.Has("VALUE", "DURATION") && IsDuration(interval)))
            Say(Breach.RefreshForm, interval, interval.Name);
        if (calendar.Find("X-PUBLISHED-TTL") is { } older && !IsDuration(older))
            Say(Breach.RefreshForm, older, older.Name);
    }

    private void LookAtColour()
    {
        var missing = Missing("COLOR", "X-APPLE-CALENDAR-COLOR");
        if (missing.Length > 0)
            Say(Breach.ColourMissing, null, missing);
        if (calendar.Find("COLOR") is { } colour && !CalendarColour.IsName(colour.Value))
            Say(Breach.ColourForm, colour);
        if (calendar.Find("X-APPLE-CALENDAR-COLOR") is { } figures && !IsFigures(figures.Value))
            Say(Breach.ColourForm, figures);
    }

    private void LookAtWhatIsBetterLeftOut()
    {
        if (calendar.Find("METHOD") is { } method)
            Say(Breach.Method, method);
        if (calendar.Find("TIMEZONE-ID") is { } bare)
            Say(Breach.BareZone, bare);
        if (calendar.Find("X-WR-TIMEZONE") is { } hint)
            Say(Breach.ZoneHint, hint);
    }

    private static bool IsDuration(Property property) => Length.Read(property.Value) is { IsPositive: true };

    private static bool IsFigures(string text) =>
        text.Length is 7 or 9
        && text[0] == '#'
        && uint.TryParse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static string? Words(Property? property) => property is null ? null : TextValue.Unescape(property.Value);

    private string Missing(params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
            if (calendar.Find(name) is null)
                missing.Add(name);
        return string.Join(", ", missing);
    }

    private void Say(Breach breach, Property? property, params object[] details) =>
        findings.Add(breach, property?.Line ?? calendar.Line, property is null ? "" : $"{property.Name}:{property.Value}", details);
}
