using System.Buffers;

namespace Rallies.Calendars;

/// <summary>Puts rendered events together into one calendar: header, zones by name, events by start and UID, footer. Equal input, equal octets.</summary>
public static class CalendarAssembly
{
    /// <summary>All the events, whatever their time and size: for a download.</summary>
    /// <exception cref="ArgumentException">Two events have one UID, or come from different tz databases.</exception>
    public static AssembledCalendar Assemble(Calendar calendar, IReadOnlyCollection<RenderedEvent> events)
    {
        RefuseTwins(events);
        var octets = Join(Header(calendar, calendar.Description, near: false), calendar, events);
        return new AssembledCalendar(octets, events.Count, LeftOut: 0, ChangesAt: null);
    }

    /// <summary>The events of a window, as many as it has room for: for a subscription.</summary>
    /// <inheritdoc cref="Assemble(Calendar, IReadOnlyCollection{RenderedEvent})" path="/exception"/>
    public static AssembledCalendar Assemble(Calendar calendar, IReadOnlyCollection<RenderedEvent> events, CalendarWindow window)
    {
        RefuseTwins(events);
        var wanted = events.Where(window.Includes).ToArray();
        var near = wanted.Any(window.IsNear);
        var header = Header(calendar, calendar.Description, near);
        var kept = Fitting(header.Length, wanted, window);
        if (kept.Count < wanted.Length)
        {
            header = Header(calendar, string.Join('\n', new[] { calendar.Description, window.Notice }.OfType<string>()), near);
            kept = Fitting(header.Length, wanted, window);
        }
        return new AssembledCalendar(Join(header, calendar, kept), kept.Count, wanted.Length - kept.Count, window.NextChange(events));
    }

    /// <summary>Whether a calendar holds all the events of its window.</summary>
    public static bool HasRoom(Calendar calendar, IReadOnlyCollection<RenderedEvent> events, CalendarWindow window)
    {
        var wanted = events.Where(window.Includes).ToArray();
        var header = Header(calendar, calendar.Description, wanted.Any(window.IsNear));
        return Fitting(header.Length, wanted, window).Count == wanted.Length;
    }

    private static void RefuseTwins(IReadOnlyCollection<RenderedEvent> events)
    {
        var seen = new HashSet<string>(events.Count, StringComparer.Ordinal);
        foreach (var e in events)
            if (!seen.Add(e.Uid))
                throw new ArgumentException($"Two events have the UID '{e.Uid}': readers would keep one of them. Give each its own.");
    }

    private static byte[] Header(Calendar calendar, string? description, bool near)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        CalendarText.WriteHeader(new CalendarWriter(output), calendar, description, near ? calendar.RefreshWhenNear : calendar.Refresh);
        return output.WrittenSpan.ToArray();
    }

    private static List<RenderedEvent> Fitting(int header, RenderedEvent[] events, CalendarWindow window)
    {
        var room = window.MostOctets - header - CalendarText.Footer.Length;
        var kept = new List<RenderedEvent>(events.Length);
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in window.ByUrgency(events))
        {
            room -= e.Octets.Length;
            if (e.Zone is not null && zones.Add(e.Zone.Id))
                room -= e.Zone.Octets.Length;
            if (room < 0)
                break;
            kept.Add(e);
        }
        return kept;
    }

    private static byte[] Join(byte[] header, Calendar calendar, IReadOnlyCollection<RenderedEvent> events)
    {
        var zones = ZonesOf(events);
        if (events.Count == 0)
            zones = [calendar.Zone ?? TimeZoneText.Utc];
        IEnumerable<ReadOnlyMemory<byte>> parts =
        [
            header,
            .. zones.Select(z => z.Octets),
            .. events.Order(RenderedEvent.ByStart).Select(e => e.Octets),
            CalendarText.Footer,
        ];

        var octets = new byte[parts.Sum(part => part.Length)];
        var rest = octets.AsMemory();
        foreach (var part in parts)
        {
            part.CopyTo(rest);
            rest = rest[part.Length..];
        }
        return octets;
    }

    private static TimeZoneText[] ZonesOf(IReadOnlyCollection<RenderedEvent> events)
    {
        var zones = new SortedDictionary<string, TimeZoneText>(StringComparer.Ordinal);
        foreach (var zone in events.Select(e => e.Zone).OfType<TimeZoneText>())
            if (!zones.TryAdd(zone.Id, zone) && !zones[zone.Id].Octets.Span.SequenceEqual(zone.Octets.Span))
                throw new ArgumentException(
                    $"Two events say different things of the clock in {zone.Id}: render them again by one tz database."
                );
        return [.. zones.Values];
    }
}
