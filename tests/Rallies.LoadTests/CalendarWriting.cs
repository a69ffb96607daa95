using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rallies.Calendars;
using Rallies.Web.Feeds;

namespace Rallies.LoadTests;

/// <summary>
/// How many events a second become octets on one thread, and how much memory each leaves behind, against the usual way in the same run:
/// strings joined in a StringBuilder, escaped by Replace, folded by octets, encoded at the end. Both write the same octets.
/// </summary>
internal static class CalendarWriting
{
    private const int Rounds = 7;
    private const int EventsPerRound = 20_000;

    public static void Measure()
    {
        CalendarEvent[] events = [.. Enumerable.Range(0, 1_300).Select(MayDay)];
        RenderedEvent[] rendered = [.. events.Select(e => RenderedEvent.From(e, TimeZoneTexts.Default))];
        if (!events.Zip(rendered).All(pair => Usual(pair.First).AsSpan().SequenceEqual(pair.Second.Octets.Span)))
            throw new InvalidOperationException("The two writers differ: the comparison would mean nothing.");

        var calendar = new Rallies.Calendars.Calendar
        {
            Product = "-//Load//1//EN",
            Uid = "load",
            Name = "Load",
            Changed = events[0].Changed,
        };
        var window = new CalendarWindow { AsOf = events[0].Times.Start };
        List<Cost> ours = [],
            usual = [],
            assembled = [];
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(CostOf(events, EventsPerRound, e => RenderedEvent.From(e, TimeZoneTexts.Default)));
            usual.Add(CostOf(events, EventsPerRound, e => Usual(e)));
            assembled.Add(CostOf([calendar], 50, c => CalendarAssembly.Assemble(c, rendered, window)));
        }

        CostOf([rendered[..500]], 5, events500 => Rebuild(calendar, events500, window));
        var (processor, rebuilds) = (ProcessorTime(), 40);
        for (var i = 0; i < rebuilds; i++)
            Rebuild(calendar, rendered[..500], window);
        var rebuilt = (ProcessorTime() - processor) / rebuilds;

        var (mine, theirs, whole) = (Median(ours), Median(usual), Median(assembled));
        var size = CalendarAssembly.Assemble(calendar, rendered, window).Octets.Length;
        Print(
            $"events         {rendered.Length}, {rendered.Average(e => e.Octets.Length):F0} octets each; median of {Rounds} rounds of {EventsPerRound}"
        );
        Print($"writer         {1 / mine.Seconds:N0} events/s, {mine.Bytes:N0} bytes allocated an event");
        Print($"StringBuilder  {1 / theirs.Seconds:N0} events/s, {theirs.Bytes:N0} bytes allocated an event");
        Print($"ratio          {theirs.Seconds / mine.Seconds:F1} times as fast, {mine.Bytes / theirs.Bytes:P0} of the memory");
        Print($"assembly       {size:N0} octets in {whole.Seconds * 1000:F2} ms, {whole.Bytes / size:F1} times its size allocated");
        Print($"rebuild        a feed of 500 events with gzip and brotli: {rebuilt.TotalMilliseconds:F1} ms of processor time");
    }

    /// <summary>As the site does it: together, hashed, gzip and brotli.</summary>
    private static ShelvedFeed Rebuild(Rallies.Calendars.Calendar calendar, RenderedEvent[] events, CalendarWindow window) =>
        new(CalendarAssembly.Assemble(calendar, events, window).Octets, calendar.Changed, null, compress: true);

    private static TimeSpan ProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime;

    private readonly record struct Cost(double Seconds, double Bytes);

    private static Cost CostOf<T>(T[] items, int count, Func<T, object> act)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            act(items[i % items.Length]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Cost(seconds / count, (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)count);
    }

    /// <summary>Without the first round, which warms up.</summary>
    private static Cost Median(List<Cost> costs) => costs.Skip(1).OrderBy(cost => cost.Seconds).ElementAt(Rounds / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static CalendarEvent MayDay(int number) =>
        new()
        {
            Uid = $"{number:x8}-6f1c-7d3a-9a52-0c5d2f0b7e11@rallies.example.org",
            Changed = Instant.FromUtc(2026, 4, 2, 9, 30),
            Created = Instant.FromUtc(2026, 1, 14, 18, 5),
            Times = EventTimes.Zoned(
                new LocalDateTime(2026, 5, 1, 11, 0).PlusMinutes(5 * number),
                new LocalDateTime(2026, 5, 1, 13, 30).PlusMinutes(5 * number),
                DateTimeZoneProviders.Tzdb["Europe/London"]
            ),
            Summary = $"Gwŷl y Gweithwyr {number}: May Day rally, march and music",
            Location = "Town Hall, 1 High Street, Oldham, OL1 1NL",
            Position = new GeoPosition(53.541144, -2.111437),
            Description =
                "Meet by the steps at 11:00; march sets off at 11:30.\nStep-free route along Rock Street, signing at the front.\n"
                + $"https://rallies.example.org/may-day-2026/town-{number}",
            Url = new Uri($"https://rallies.example.org/may-day-2026/town-{number}"),
            Categories = ["Rally", "May Day 2026"],
        };

    private static byte[] Usual(CalendarEvent e)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escaped(e.Uid));
        Line(text, "DTSTAMP:" + Utc.Format(e.Changed));
        Line(text, "LAST-MODIFIED:" + Utc.Format(e.Changed));
        Line(text, "CREATED:" + Utc.Format(e.Created));
        Line(text, "SEQUENCE:" + e.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "STATUS:" + e.Status.ToString().ToUpperInvariant());
        Line(text, $"DTSTART;TZID={e.Times.Zone!.Id}:{Local.Format(e.Times.Start.InZone(e.Times.Zone).LocalDateTime)}");
        Line(text, $"DTEND;TZID={e.Times.Zone.Id}:{Local.Format(e.Times.End.InZone(e.Times.Zone).LocalDateTime)}");
        Line(text, "SUMMARY:" + Escaped(e.Summary));
        Line(text, "LOCATION:" + Escaped(e.Location!));
        var (latitude, longitude) = (Degrees(e.Position!.Value.Latitude), Degrees(e.Position.Value.Longitude));
        Line(text, $"GEO:{latitude};{longitude}");
        Line(text, $"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE=\"{e.Location}\":geo:{latitude},{longitude}");
        Line(text, "DESCRIPTION:" + Escaped(e.Description!));
        Line(text, "URL:" + e.Url.AbsoluteUri);
        Line(text, "CATEGORIES:" + string.Join(',', e.Categories.Select(Escaped)));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private static string Degrees(double degrees) => degrees.ToString("F6", CultureInfo.InvariantCulture);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\n").Replace("\n", "\\n");

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        for (var i = 0; i < line.Length; )
        {
            // Like the writer, keeps an escape in one piece.
            var units =
                line[i] == '\\' ? 2
                : char.IsHighSurrogate(line[i]) ? 2
                : 1;
            var size = Encoding.UTF8.GetByteCount(line.AsSpan(i, units));
            if (octets + size > 75)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(line, i, units);
            octets += size;
            i += units;
        }
        text.Append("\r\n");
    }
}
