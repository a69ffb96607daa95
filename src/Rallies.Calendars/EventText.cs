namespace Rallies.Calendars;

/// <summary>Writes one VEVENT, its properties always in the same order.</summary>
internal static class EventText
{
    public static void Write(CalendarWriter writer, CalendarEvent @event, TimeZoneText? zone)
    {
        writer.Begin("VEVENT"u8);
        writer.Text("UID"u8, @event.Uid);
        writer.Property("DTSTAMP"u8).Utc(@event.Changed);
        writer.Property("LAST-MODIFIED"u8).Utc(@event.Changed);
        writer.Property("CREATED"u8).Utc(@event.Created);
        writer.Property("SEQUENCE"u8).Number(@event.Sequence);
        writer.Property("STATUS"u8).Token(Status(@event.Status));
        WriteTimes(writer, @event.Times, zone);
        writer.Text("SUMMARY"u8, @event.Summary);
        WritePlace(writer, @event);
        writer.Text("DESCRIPTION"u8, @event.Description);
        writer.Property("URL"u8).Uri(@event.Url);
        writer.Texts("CATEGORIES"u8, @event.Categories);
        writer.Property("TRANSP"u8).Token(@event.TakesTime ? "OPAQUE"u8 : "TRANSPARENT"u8);
        writer.Text("RELATED-TO"u8, @event.RelatedTo);
        WriteImage(writer, @event.Image);
        WriteConference(writer, @event.Conference);
        WriteAlarm(writer, @event);
        writer.End("VEVENT"u8);
    }

    private static ReadOnlySpan<byte> Status(EventStatus status) =>
        status switch
        {
            EventStatus.Confirmed => "CONFIRMED"u8,
            EventStatus.Tentative => "TENTATIVE"u8,
            EventStatus.Cancelled => "CANCELLED"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "An event is confirmed, tentative or cancelled."),
        };

    private static void WriteTimes(CalendarWriter writer, EventTimes times, TimeZoneText? zone)
    {
        if (times.IsAllDay)
        {
            // RFC 5545 §3.6.1: the end of whole days is the day after the last.
            writer.Property("DTSTART"u8).Parameter("VALUE"u8, "DATE"u8).Date(times.Start.InUtc().Date);
            writer.Property("DTEND"u8).Parameter("VALUE"u8, "DATE"u8).Date(times.End.InUtc().Date);
        }
        else if (zone is null)
        {
            writer.Property("DTSTART"u8).Utc(times.Start);
            writer.Property("DTEND"u8).Utc(times.End);
        }
        else
        {
            writer.Property("DTSTART"u8).Parameter("TZID"u8, zone.Id).Local(times.Start.InZone(times.Zone!).LocalDateTime);
            writer.Property("DTEND"u8).Parameter("TZID"u8, zone.Id).Local(times.End.InZone(times.Zone!).LocalDateTime);
        }
    }

    private static void WritePlace(CalendarWriter writer, CalendarEvent @event)
    {
        writer.Text("LOCATION"u8, @event.Location);
        if (@event.Position is not { } position)
            return;
        writer.Property("GEO"u8).Geo(position);
        // Apple's calendars look at neither GEO nor LOCATION for their map, and want the title to be exactly the location.
        if (EscapedText.IsBlank(@event.Location))
            return;
        writer
            .Property("X-APPLE-STRUCTURED-LOCATION"u8)
            .Parameter("VALUE"u8, "URI"u8)
            .Parameter("X-APPLE-RADIUS"u8, "70"u8)
            .Parameter("X-TITLE"u8, @event.Location!)
            .GeoUri(position);
    }

    private static void WriteImage(CalendarWriter writer, EventImage? image)
    {
        if (image is null)
            return;
        writer.Property("IMAGE"u8).Parameter("VALUE"u8, "URI"u8).Parameter("DISPLAY"u8, "BADGE"u8);
        if (!EscapedText.IsBlank(image.MediaType))
            writer.Parameter("FMTTYPE"u8, image.MediaType!);
        writer.Uri(image.Address);
    }

    private static void WriteConference(CalendarWriter writer, Conference? conference)
    {
        if (conference is null)
            return;
        writer.Property("CONFERENCE"u8).Parameter("VALUE"u8, "URI"u8).Parameter("FEATURE"u8, "AUDIO,VIDEO"u8);
        if (!EscapedText.IsBlank(conference.Label))
            writer.Parameter("LABEL"u8, conference.Label!);
        writer.Uri(conference.Address);
    }

    private static void WriteAlarm(CalendarWriter writer, CalendarEvent @event)
    {
        if (@event.AlarmMinutes is not { } minutes)
            return;
        writer.Begin("VALARM"u8);
        writer.Property("ACTION"u8).Token("DISPLAY"u8);
        writer.Property("TRIGGER"u8).Duration(NodaTime.Duration.FromMinutes(-minutes));
        writer.Text("DESCRIPTION"u8, @event.Summary);
        writer.End("VALARM"u8);
    }
}
