using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

/// <summary>Events as nobody would think of them, of any words, hours and settled zones.</summary>
internal static class AnyEvents
{
    private static readonly string[] Zones =
    [
        "Europe/London",
        "Europe/Lisbon",
        "America/New_York",
        "America/Sao_Paulo",
        "Australia/Sydney",
        "Asia/Kolkata",
        "Pacific/Auckland",
        "Africa/Lagos",
    ];

    // No backslash: several readers unescape one before ";" or "n" twice. EscapingTests and the golden calendar have it.
    private static readonly string[] Scraps =
    [
        "a",
        "Z",
        "0",
        " ",
        ",",
        ";",
        ":",
        "\"",
        "^",
        "\n",
        "ŵ",
        "é",
        "e\u0301",
        "ß",
        "م",
        "語",
        "한",
        "✊🏽",
        "👩🏽\u200D🏭",
        "🇵🇸",
        "%",
        "<b>",
        "&amp;",
        "picket",
        "rally ",
    ];

    private static Gen<string> Words(int most) =>
        Gen.Choose(1, most).SelectMany(count => Gen.Elements(Scraps).ListOf(count)).Select(scraps => "x" + string.Concat(scraps) + "x");

    public static Gen<CalendarEvent> Generator =>
        from number in Gen.Choose(0, int.MaxValue)
        from summary in Words(40)
        from location in Words(30)
        from description in Words(300)
        from zone in Gen.Elements(Zones)
        from minutes in Gen.Choose(0, 2 * 365 * 24 * 60)
        from length in Gen.Choose(1, 3 * 24 * 60)
        from status in Gen.Elements(Enum.GetValues<EventStatus>())
        from sequence in Gen.Choose(0, 99)
        from latitude in Gen.Choose(-90_000_000, 90_000_000)
        from longitude in Gen.Choose(-180_000_000, 180_000_000)
        let start = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(minutes)
        select Sample.Named($"any-{number}", summary) with
        {
            Location = location,
            Description = description,
            Times = EventTimes.Zoned(start.InZone(Sample.Zone(zone)), (start + Duration.FromMinutes(length)).InZone(Sample.Zone(zone))),
            Status = status,
            Sequence = sequence,
            Position = new GeoPosition(latitude / 1e6, longitude / 1e6),
            Categories = ["Rally", summary],
        };

    public static CalendarEvent[] Sample200() => [.. Generator.Sample(200).DistinctBy(e => e.Uid)];
}
