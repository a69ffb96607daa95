using System.Globalization;
using Rallies.Calendars;

namespace Rallies.Tests.Calendars;

/// <summary>A VTIMEZONE worked out by the letter of RFC 5545 §3.6.5, from its text alone and without NodaTime: every onset of 1970 to 2105.</summary>
internal sealed class ExpandedTimeZone
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly List<(DateTime Utc, TimeSpan Offset)> onsets = [];

    public ExpandedTimeZone(TimeZoneText text)
    {
        var properties = new Dictionary<string, string>();
        foreach (var line in ContentLines.Unfolded(text.Octets.Span))
        {
            var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..]);
            properties[name] = value;
            if (name == "BEGIN")
                (properties, Parts) = (new() { [name] = value }, Parts.Add(value));
            if (name == "END" && value is "STANDARD" or "DAYLIGHT")
                Expand(properties);
        }
        onsets.Sort();
    }

    /// <summary>The components begun, in their order.</summary>
    public System.Collections.Immutable.ImmutableList<string> Parts { get; private set; } = [];

    public TimeSpan OffsetAt(DateTime utc)
    {
        var at = onsets.BinarySearch((utc, TimeSpan.MaxValue));
        return onsets[(at < 0 ? ~at : at) - 1].Offset;
    }

    private void Expand(Dictionary<string, string> properties)
    {
        var start = DateTime.ParseExact(properties["DTSTART"], "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var (from, to) = (Offset(properties["TZOFFSETFROM"]), Offset(properties["TZOFFSETTO"]));
        Assert.Equal(1970, start.Year);
        if (!properties.TryGetValue("RRULE", out var rule))
        {
            onsets.Add((start - from, to));
            return;
        }
        var parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        Assert.Equal(["FREQ", "BYMONTH", "BYDAY"], parts.Keys);
        Assert.Equal("YEARLY", parts["FREQ"]);
        var onsetsOfRule = Enumerable
            .Range(1970, 136)
            .Select(year => Nth(year, int.Parse(parts["BYMONTH"], CultureInfo.InvariantCulture), parts["BYDAY"]) + start.TimeOfDay)
            .ToList();
        Assert.Equal(start, onsetsOfRule[0]);
        onsets.AddRange(onsetsOfRule.Select(local => (local - from, to)));
    }

    private static DateTime Nth(int year, int month, string byDay)
    {
        var day = (DayOfWeek)Array.IndexOf(Days, byDay[^2..]);
        var all = Enumerable
            .Range(1, DateTime.DaysInMonth(year, month))
            .Select(d => new DateTime(year, month, d))
            .Where(d => d.DayOfWeek == day)
            .ToList();
        var n = int.Parse(byDay[..^2], CultureInfo.InvariantCulture);
        return n > 0 ? all[n - 1] : all[^-n];
    }

    private static TimeSpan Offset(string text)
    {
        var span = TimeSpan.ParseExact(text[1..], ["hhmm", "hhmmss"], CultureInfo.InvariantCulture);
        return text[0] == '-' ? -span : span;
    }
}
