using System.Globalization;
using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>Reads a value of type RECUR (RFC 5545 §3.3.10); what it does not know, it refuses by name, since every part changes the dates.</summary>
internal sealed class RuleReader
{
    private readonly RuleParts parts;
    private readonly ReadingLimits limits;

    private RuleReader(string value, ReadingLimits limits) => (parts, this.limits) = (new RuleParts(value), limits);

    /// <summary>The rule, or what is wrong with it and the word that is.</summary>
    public static (RecurrenceRule? Rule, (Fault Fault, string Word)? Wrong) Read(string value, ReadingLimits limits)
    {
        var reader = new RuleReader(value, limits);
        var rule = reader.Build();
        return reader.parts.Wrong is { } wrong ? (null, wrong) : (rule, null);
    }

    private RecurrenceRule Build()
    {
        var rule = new RecurrenceRule
        {
            Frequency = TakeFrequency(),
            Interval = TakeInterval(),
            Count = parts.Find("COUNT") is { } count ? parts.Number("COUNT", count, 1, int.MaxValue) : null,
            Until = TakeUntil(),
            WeekStart = parts.Find("WKST") is { } day ? parts.Weekday("WKST", day) : IsoDayOfWeek.Monday,
            Months = parts.Numbers("BYMONTH", 1, 12),
            MonthDays = parts.Numbers("BYMONTHDAY", -31, 31),
            Days = parts.Days(),
            Positions = parts.Numbers("BYSETPOS", -366, 366),
            TimeParts = TakeTimeParts(),
        };
        RefuseContradictions(rule);
        return rule;
    }

    // RFC 5545 §3.3.10: what the table there calls N/A, and MUST NOT of the text.
    private void RefuseContradictions(RecurrenceRule rule)
    {
        if (rule is { Count: not null, Until: not null })
            parts.Refuse(Fault.UntilAndCount, "COUNT");
        if (rule.Frequency == Frequency.Weekly && rule.MonthDays.Count > 0)
            parts.Refuse(Fault.BadRule, "BYMONTHDAY");
        if (rule.Frequency is Frequency.Daily or Frequency.Weekly && rule.Days.Any(day => day.Place != 0))
            parts.Refuse(Fault.BadRule, "BYDAY");
        if (rule.Positions.Count > 0 && rule.Days.Count + rule.MonthDays.Count + rule.Months.Count == 0)
            parts.Refuse(Fault.BadRule, "BYSETPOS");
    }

    private Frequency TakeFrequency()
    {
        var word = parts.Find("FREQ") ?? "";
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
                parts.Refuse(Fault.FrequencyNotRead, word);
                return default;
            default:
                parts.Refuse(Fault.BadRule, $"FREQ={word}");
                return default;
        }
    }

    private int TakeInterval()
    {
        if (parts.Find("INTERVAL") is not { } text)
            return 1;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
            && interval >= 1
            && interval <= limits.LargestInterval
        )
            return interval;
        parts.Refuse(Fault.IntervalOutOfRange, text);
        return 1;
    }

    private TimeValue? TakeUntil()
    {
        if (parts.Find("UNTIL") is not { } text)
            return null;
        if (TimeValue.Read(text) is not { } until)
        {
            parts.Refuse(Fault.BadRule, $"UNTIL={text}");
            return null;
        }
        // 99991231T235959Z, which some write for "for ever", is the year 10000 on clocks east of Greenwich, and no calendar has that.
        return until.Local.Year <= limits.LastYear ? until : until with { Local = new LocalDateTime(limits.LastYear + 1, 1, 1, 0, 0) };
    }

    private Dictionary<string, int> TakeTimeParts()
    {
        var taken = new Dictionary<string, int>();
        foreach (var name in (string[])["BYHOUR", "BYMINUTE", "BYSECOND"])
        {
            if (parts.Find(name) is not { } text)
                continue;
            if (text.Contains(','))
                parts.Refuse(Fault.RulePartNotRead, name);
            else
                taken[name] = parts.Number(name, text, 0, 60);
        }
        return taken;
    }
}
