using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>The zones that the times of one calendar go by.</summary>
internal sealed class CalendarZones
{
    private readonly ReadingOptions options;
    private readonly ZoneYears years;
    private readonly Dictionary<string, Component> components = new(StringComparer.Ordinal);
    private int followed;
    private readonly Dictionary<string, EventClock?> clocks = new(StringComparer.Ordinal);

    public CalendarZones(Component calendar, ReadingOptions options, ComplaintList complaints, ZoneYears years)
    {
        this.options = options;
        this.years = years;
        (Calendar, Complaints) = (calendar, complaints);
        foreach (var zone in calendar.Children.Where(child => child.Name == "VTIMEZONE"))
            components.TryAdd(Key(zone.Find("TZID")?.Value), zone);
        // Not in any RFC, yet Google, Apple and most others write it.
        var wide = calendar.Find("X-WR-TIMEZONE")?.Value;
        Offered = (wide is null ? null : options.Zones.Find(TextValue.Unescape(wide))) ?? options.DefaultZone;
    }

    public Component Calendar { get; }

    /// <summary>The zone to propose for floating times.</summary>
    public DateTimeZone Offered { get; }

    private ComplaintList Complaints { get; }

    /// <summary>The clock of a TZID (RFC 5545 §3.2.19); nothing where neither its name nor the file's own rules say what it shows.</summary>
    public EventClock? Find(string id)
    {
        var key = Key(id);
        if (!clocks.TryGetValue(key, out var clock))
            clocks[key] = clock = Resolve(key);
        return clock;
    }

    private EventClock? Resolve(string id)
    {
        var rules =
            components.TryGetValue(id, out var component) && ++followed <= options.Limits.OwnZones
                ? ZoneRules.Read(component, options.Limits, years)
                : null;
        var zone = options.Zones.Find(id);
        if (component is not null && rules is null && component.Children.Count > 0)
            Complaints.Add(Fault.OwnRulesNotRead, component.Line, id, id);
        if (options.TrustsOwnRules && rules is not null)
            zone = null;
        if (zone is null && rules is null)
            return options.AskedZone is { } asked ? new EventClock(id, asked, Rules: null) : null;
        return new EventClock(id, zone, rules);
    }

    private static string Key(string? id) => TextValue.Unescape(id ?? "").Trim().Trim('"').Trim();
}
