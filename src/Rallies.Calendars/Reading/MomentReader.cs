namespace Rallies.Calendars.Reading;

/// <summary>Reads the times of properties, with their zones, all of them in the years that are read: no clock can tell a time where the calendar ends.</summary>
internal sealed class MomentReader(CalendarZones zones, ReadingLimits limits, ComplaintList complaints)
{
    /// <summary>One time, or nothing where the event has to be refused.</summary>
    public EventMoment? Read(Property property) => Read(property, property.Value);

    /// <summary>A list of times, or nothing where the event has to be refused.</summary>
    public IReadOnlyList<EventMoment>? ReadList(IEnumerable<Property> properties)
    {
        var moments = new List<EventMoment>();
        foreach (var property in properties)
        foreach (var range in property.Value.AsSpan().Split(','))
        {
            var text = property.Value.AsSpan(range).Trim();
            // Several exporters write an empty EXDATE where nothing is excluded.
            if (text.IsEmpty)
                continue;
            if (Read(property, text) is not { } moment)
                return null;
            moments.Add(moment);
        }
        return moments;
    }

    private EventMoment? Read(Property property, ReadOnlySpan<char> text)
    {
        if (property.Has("VALUE", "PERIOD") || text.Contains('/'))
            return Refuse(Fault.PeriodNotRead, property, text);
        if (TimeValue.Read(text) is not { } value || IsOtherThanSaid(property, value.Form))
            return Refuse(Fault.BadTime, property, text);
        if (value.Local.Year < limits.FirstYear || value.Local.Year > limits.LastYear)
        {
            complaints.Add(Fault.YearOutOfRange, property.Line, $"{property.Name}:{text}", limits.FirstYear, limits.LastYear);
            return null;
        }
        if (value.Form != TimeForm.Local)
            return new EventMoment(value, value.Form == TimeForm.Utc ? EventClock.Utc : null, property);
        if (property["TZID"] is not { } id)
            return new EventMoment(value, Clock: null, property);
        return zones.Find(id) is { } clock ? new EventMoment(value, clock, property) : Refuse(Fault.UnknownZone, property, id, id);
    }

    private static bool IsOtherThanSaid(Property property, TimeForm form) =>
        property.Has("VALUE", "DATE") ? form != TimeForm.Date : property.Has("VALUE", "DATE-TIME") && form == TimeForm.Date;

    private EventMoment? Refuse(Fault fault, Property property, ReadOnlySpan<char> text, params object[] details)
    {
        complaints.Add(fault, property.Line, text.ToString(), [property.Name, .. details]);
        return null;
    }
}
