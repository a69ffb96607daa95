using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>
/// A zone's clock as the file's own VTIMEZONE tells it (RFC 5545 §3.6.5): every change of it in the years that are read, worked out once.
/// A rule that is not yearly is not followed, however few changes it may have.
/// </summary>
internal sealed class ZoneRules
{
    /// <summary>The calendar ends with the year after it, and an offset may lead there.</summary>
    private const int LastYearTold = 9998;

    private readonly Change[] changes;

    private ZoneRules(Change[] changes, string? location)
    {
        this.changes = changes;
        Location = location;
    }

    /// <summary>The IANA name that some programs put beside their own (X-LIC-LOCATION).</summary>
    public string? Location { get; }

    /// <summary>Nothing where the component says nothing that can be followed.</summary>
    public static ZoneRules? Read(Component zone, ReadingLimits limits, ZoneYears years)
    {
        var changes = new List<Change>();
        foreach (var observance in zone.Children)
            if (!TryAdd(observance, limits, years, changes))
                return null;
        if (changes.Count == 0)
            return null;
        changes.Sort((a, b) => a.At.CompareTo(b.At));
        return new ZoneRules([.. changes], zone.Find("X-LIC-LOCATION")?.Value);
    }

    /// <summary>Whether the rules reach back to a wall time at all.</summary>
    public bool Tells(LocalDateTime local) => changes[0].Onset <= local;

    public LocalDateTime LocalAt(Instant instant)
    {
        var before = LastBefore(change => change.At <= instant);
        return instant.WithOffset(before < 0 ? changes[0].From : changes[before].To).LocalDateTime;
    }

    /// <summary>The offset at a wall time; the earlier one where the clock shows it twice.</summary>
    public Offset OffsetAt(LocalDateTime local)
    {
        var before = LastBefore(change => change.Onset <= local);
        return before < 0 ? changes[0].From : changes[before].To;
    }

    public Instant InstantAt(LocalDateTime local) => local.WithOffset(OffsetAt(local)).ToInstant();

    private int LastBefore(Func<Change, bool> isBefore)
    {
        var (low, high) = (0, changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBefore(changes[middle]))
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    private static bool TryAdd(Component observance, ReadingLimits limits, ZoneYears years, List<Change> to)
    {
        if (
            Onset(observance.Find("DTSTART")?.Value) is not { } start
            || OffsetValue.Read(observance.Find("TZOFFSETFROM")?.Value) is not { } from
            || OffsetValue.Read(observance.Find("TZOFFSETTO")?.Value) is not { } until
        )
            return false;
        to.Add(new Change(start.Local, from, until));
        foreach (var dates in observance.FindAll("RDATE"))
        foreach (var range in dates.Value.AsSpan().Split(','))
        {
            if (Onset(dates.Value.AsSpan(range)) is not { } date)
                return false;
            to.Add(new Change(date.Form == TimeForm.Utc ? date.Local.PlusSeconds(from.Seconds) : date.Local, from, until));
        }
        return observance.FindAll("RRULE").All(rule => TryAddYears(rule.Value, start.Local, from, until, limits, years, to));
    }

    private static TimeValue? Onset(ReadOnlySpan<char> text) =>
        TimeValue.Read(text) is { Local.Year: <= LastYearTold } onset ? onset : null;

    private static bool TryAddYears(
        string value,
        LocalDateTime start,
        Offset from,
        Offset until,
        ReadingLimits limits,
        ZoneYears years,
        List<Change> to
    )
    {
        if (RuleReader.Read(value, limits).Rule is not { Frequency: Frequency.Yearly } rule)
            return false;
        // A law changes the clocks in one month. Of other rules every day of a century would have to be looked at.
        if (rule.Months.Count > 1 || (rule.Months.Count == 0 && rule.Days.Count + rule.MonthDays.Count > 0))
            return false;
        var last = rule.Until is { } end
            ? (end.Form == TimeForm.Utc ? end.Local.PlusSeconds(from.Seconds) : end.Local)
            : LocalDateTime.MaxIsoValue;
        var dates = new RuleDates(rule, start.Date);
        // The state of the clock when the first year begins is that of the last change before it, be it long ago.
        var firstYear = rule.Count is null ? Math.Max(Math.Min(limits.FirstYear, last.Year) - 1 - rule.Interval, start.Year) : start.Year;
        var left = rule.Count ?? int.MaxValue;
        for (var period = dates.PeriodBefore(new LocalDate(firstYear, 1, 1)); left > 0; period++)
        {
            if (dates.FirstDay(period).Year > Math.Min(limits.LastYear + 1, last.Year))
                return true;
            var found = dates.In(period);
            if (!years.Take(found.Count))
                return false;
            foreach (var onset in found.Select(date => date + start.TimeOfDay).Where(onset => onset <= last && left-- > 0))
                to.Add(new Change(onset, from, until));
        }
        return true;
    }

    /// <param name="Onset">In the wall time before it.</param>
    private readonly record struct Change(LocalDateTime Onset, Offset From, Offset To)
    {
        public Instant At => Onset.WithOffset(From).ToInstant();
    }
}
