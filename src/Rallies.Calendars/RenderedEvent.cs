using System.Buffers;
using NodaTime;

namespace Rallies.Calendars;

/// <summary>
/// One VEVENT as octets, made once and put into as many calendars as the event belongs to: the octets depend on the event
/// and on the tz database alone, never on the other events beside it.
/// </summary>
public sealed class RenderedEvent
{
    private const int LargestKeptBuffer = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    private RenderedEvent(CalendarEvent @event, TimeZoneText? zone, byte[] octets)
    {
        (Uid, Start, End) = (@event.Uid, @event.Times.Start, @event.Times.End);
        (Zone, Octets) = (zone, octets);
    }

    public string Uid { get; }

    public Instant Start { get; }

    public Instant End { get; }

    /// <summary>The VTIMEZONE that a calendar with this event must have; none where the event is in UTC or on whole days.</summary>
    public TimeZoneText? Zone { get; }

    /// <summary>From BEGIN:VEVENT to END:VEVENT and its line break.</summary>
    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The order of events in a calendar: by start, then by UID.</summary>
    public static IComparer<RenderedEvent> ByStart { get; } =
        Comparer<RenderedEvent>.Create(
            static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Uid, b.Uid)
        );

    public static RenderedEvent From(CalendarEvent @event, TimeZoneTexts zones)
    {
        var times = @event.Times;
        var zone = times.Zone is null || times.IsAmbiguous ? null : zones.For(times.Zone);
        if (zone is not null && !zone.Holds(times.Start, times.End))
            zone = null;

        var output = buffer ??= new ArrayBufferWriter<byte>(4096);
        try
        {
            EventText.Write(new CalendarWriter(output), @event, zone);
            return new RenderedEvent(@event, zone, output.WrittenSpan.ToArray());
        }
        finally
        {
            if (output.Capacity > LargestKeptBuffer)
                buffer = null;
            else
                output.ResetWrittenCount();
        }
    }
}
