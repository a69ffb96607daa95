using System.Buffers;
using System.Text;
using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

/// <summary>Believable events and calendars.</summary>
internal static class Sample
{
    public static readonly DateTimeZone London = Zone("Europe/London");

    public static readonly Instant Announced = Instant.FromUtc(2026, 2, 3, 9, 15, 30);

    public static readonly Calendar Calendar = new()
    {
        Product = "-//Example//1//EN",
        Uid = "oldham@calendars.example.org",
        Name = "Rallies in Oldham",
        Changed = Announced,
    };

    public static readonly CalendarEvent Event = Named("oldham-may-day", "Oldham: May Day rally");

    public static CalendarEvent Named(string uid, string summary) =>
        new()
        {
            Uid = $"{uid}@example.org",
            Summary = summary,
            Changed = Announced,
            Created = Announced,
            Times = EventTimes.Zoned(new LocalDateTime(2026, 5, 1, 11, 0), new LocalDateTime(2026, 5, 1, 14, 0), London),
            Url = new Uri("https://rallies.example.org/may-day-2026/oldham"),
        };

    public static CalendarEvent At(Instant start, int hours = 2) =>
        Named($"at-{start.ToUnixTimeSeconds()}", "Picket: depot gate 3") with
        {
            Times = EventTimes.Utc(start, start + Duration.FromHours(hours)),
        };

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static RenderedEvent Rendered(this CalendarEvent @event) => RenderedEvent.From(@event, TimeZoneTexts.Default);

    public static string Text(this ReadOnlyMemory<byte> octets) => Encoding.UTF8.GetString(octets.Span);

    /// <summary>The value of a property of the event when it is written, parameters before it, or nothing.</summary>
    public static string? Written(this CalendarEvent @event, string property) => ContentLines.Find(@event.Rendered().Octets.Span, property);

    public static byte[] Write(Action<CalendarWriter> lines)
    {
        var output = new ArrayBufferWriter<byte>();
        lines(new CalendarWriter(output));
        return output.WrittenSpan.ToArray();
    }
}
