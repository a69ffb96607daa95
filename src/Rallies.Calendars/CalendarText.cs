using System.Text;
using NodaTime;

namespace Rallies.Calendars;

/// <summary>Writes what stands before the events of a calendar, and after them.</summary>
internal static class CalendarText
{
    public static readonly ReadOnlyMemory<byte> Footer = "END:VCALENDAR\r\n"u8.ToArray();

    public static void WriteHeader(CalendarWriter writer, Calendar calendar, string? description, Duration refresh)
    {
        writer.Begin("VCALENDAR"u8);
        writer.Property("VERSION"u8).Token("2.0"u8);
        writer.Text("PRODID"u8, calendar.Product);
        writer.Property("CALSCALE"u8).Token("GREGORIAN"u8);
        // Some readers know RFC 7986, others the older X- names: both get the same words.
        writer.Text("NAME"u8, calendar.Name);
        writer.Text("X-WR-CALNAME"u8, calendar.Name);
        writer.Text("DESCRIPTION"u8, description);
        writer.Text("X-WR-CALDESC"u8, description);
        writer.Text("UID"u8, calendar.Uid);
        if (calendar.Url is not null)
            writer.Property("URL"u8).Parameter("VALUE"u8, "URI"u8).Uri(calendar.Url);
        if (calendar.Source is not null)
            writer.Property("SOURCE"u8).Parameter("VALUE"u8, "URI"u8).Uri(calendar.Source);
        writer.Property("LAST-MODIFIED"u8).Utc(calendar.Changed);
        writer.Property("REFRESH-INTERVAL"u8).Parameter("VALUE"u8, "DURATION"u8).Duration(refresh);
        writer.Property("X-PUBLISHED-TTL"u8).Duration(refresh);
        if (calendar.Colour is null)
            return;
        writer.Property("COLOR"u8).Token(Encoding.ASCII.GetBytes(calendar.Colour.Name));
        writer.Property("X-APPLE-CALENDAR-COLOR"u8).Token(Encoding.ASCII.GetBytes(calendar.Colour.Figures));
    }
}
