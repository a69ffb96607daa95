using System.Globalization;
using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Reads a value of type RECUR (RFC 5545 §3.3.10); what it does not know, it refuses by name, since every part changes the dates.</summary>
internal sealed class RuleReader
{
    private const int MostPlaces = 53;

    private static readonly string[] DayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly Dictionary<string, string> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingLimits limits;

    private RuleReader(ReadingLimits limits) => this.limits = limits;

    /// <summary>What was wrong, and the word that was.</summary>
    public (Fault Fault, string Word)? Wrong { get; private set; }

    /// <summary>The rule, or what is wrong with it.</summary>
    public static (RecurrenceRule? Rule, (Fault Fault, string Word)? Wrong) Read(string value, ReadingLimits limits)
    {
        var reader = new RuleReader(limits);
        reader.TakeParts(value);
        var rule = reader.Wrong is null ? reader.Build() : null;
        return reader.Wrong is null ? (rule, null) : (null, reader.Wrong);
    }

    private void TakeParts(string value)
    {
        foreach (var range in value.AsSpan().Split(';'))
        {
            var part = value.AsSpan(range).Trim();
            if (part.IsEmpty)
                continue;
            var equals = part.IndexOf('=');
            var name = (equals < 0 ? part : part[..equals]).Trim().ToString().ToUpperInvariant();
            if (equals < 0 || !parts.TryAdd(name, part[(equals + 1)..].Trim().ToString()))
                Refuse(Fault.BadRule, part.ToString());
        }
    }

    private RecurrenceRule Build()
    {
        foreach (var name in parts.Keys)
            if (
                name
                is not (
                    "FREQ"
                    or "INTERVAL"
                    or "COUNT"
                    or "UNTIL"
                    or "WKST"
                    or "BYMONTH"
                    or "BYMONTHDAY"
                    or "BYDAY"
                    or "BYSETPOS"
                    or "BYHOUR"
                    or "BYMINUTE"
                    or "BYSECOND"
                )
            )
                Refuse(Fault.RulePartNotRead, name);
        var rule = new RecurrenceRule
        {
            Frequency = TakeFrequency(),
            Interval = TakeInterval(),
            Count = parts.TryGetValue("COUNT", out var count) ? Number("COUNT", count, 1, int.MaxValue) : null,
            Until = TakeUntil(),
            WeekStart = parts.TryGetValue("WKST", out var start) ? Weekday("WKST", start) : IsoDayOfWeek.Monday,
            Months = Numbers("BYMONTH", 1, 12),
            MonthDays = Numbers("BYMONTHDAY", -31, 31),
            Days = TakeDays(),
            Positions = Numbers("BYSETPOS", -366, 366),
            TimeParts = TakeTimeParts(),
        };
        RefuseContradictions(rule);
        return rule;
    }

    // RFC 5545 §3.3.10: what the table there calls N/A, and MUST NOT of the text.
    private void RefuseContradictions(RecurrenceRule rule)
    {
        if (rule is { Count: not null, Until: not null })
            Refuse(Fault.UntilAndCount, "COUNT");
        if (rule.Frequency == Frequency.Weekly && rule.MonthDays.Count > 0)
            Refuse(Fault.BadRule, "BYMONTHDAY");
        if (rule.Frequency is Frequency.Daily or Frequency.Weekly && rule.Days.Any(day => day.Place != 0))
            Refuse(Fault.BadRule, "BYDAY");
        if (rule.Positions.Count > 0 && rule.Days.Count + rule.MonthDays.Count + rule.Months.Count == 0)
            Refuse(Fault.BadRule, "BYSETPOS");
    }

    private Frequency TakeFrequency()
    {
        var word = parts.GetValueOrDefault("FREQ", "");
        switch (word.ToUpperInvariant())
        {
            case "DAILY":
                return Frequency.Daily;
            case "WEEKLY":
                return Frequency.Weekly;
            case "MONTHLY":
                return Frequency.Monthly;
            case "YEARLY":
                return Frequency.Yearly;
            case "HOURLY" or "MINUTELY" or "SECONDLY":
                Refuse(Fault.FrequencyNotRead, word);
                return default;
            default:
                Refuse(Fault.BadRule, $"FREQ={word}");
                return default;
        }
    }

    private int TakeInterval()
    {
        if (!parts.TryGetValue("INTERVAL", out var text))
            return 1;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
            && interval >= 1
            && interval <= limits.LargestInterval
        )
            return interval;
        Refuse(Fault.IntervalOutOfRange, text);
        return 1;
    }

    private TimeValue? TakeUntil()
    {
        if (!parts.TryGetValue("UNTIL", out var text))
            return null;
        var until = TimeValue.Read(text);
        if (until is null)
            Refuse(Fault.BadRule, $"UNTIL={text}");
        return until;
    }

    private HashSet<int> Numbers(string name, int least, int most)
    {
        var numbers = new HashSet<int>();
        if (parts.TryGetValue(name, out var list))
            foreach (var range in list.AsSpan().Split(','))
                numbers.Add(Number(name, list.AsSpan(range), least, most));
        return numbers;
    }

    private int Number(string name, ReadOnlySpan<char> text, int least, int most)
    {
        if (
            int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            && (number != 0 || least == 0)
        )
            return number;
        Refuse(Fault.BadRule, $"{name}={text}");
        return 1;
    }

    private HashSet<(int, IsoDayOfWeek)> TakeDays()
    {
        var days = new HashSet<(int, IsoDayOfWeek)>();
        if (!parts.TryGetValue("BYDAY", out var list))
            return days;
        foreach (var range in list.AsSpan().Split(','))
        {
            var text = list.AsSpan(range).Trim();
            var place = text.Length > 2 ? Number("BYDAY", text[..^2], -MostPlaces, MostPlaces) : 0;
            days.Add((place, Weekday("BYDAY", text.Length > 2 ? text[^2..] : text)));
        }
        return days;
    }

    private IsoDayOfWeek Weekday(string name, ReadOnlySpan<char> text)
    {
        var day = Array.IndexOf(DayNames, text.ToString().ToUpperInvariant());
        if (day < 0)
            Refuse(Fault.BadRule, $"{name}={text}");
        return day < 0 ? IsoDayOfWeek.Monday : (IsoDayOfWeek)(day + 1);
    }

    private Dictionary<string, int> TakeTimeParts()
    {
        var taken = new Dictionary<string, int>();
        foreach (var name in (string[])["BYHOUR", "BYMINUTE", "BYSECOND"])
        {
            if (!parts.TryGetValue(name, out var text))
                continue;
            if (text.Contains(','))
                Refuse(Fault.RulePartNotRead, name);
            else
                taken[name] = Number(name, text, 0, 60);
        }
        return taken;
    }

    private void Refuse(Fault fault, string word) => Wrong ??= (fault, word);
}
