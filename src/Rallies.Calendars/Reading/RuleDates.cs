using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>
/// The dates that a rule gives, period by period (RFC 5545 §3.3.10). Each day of a period is looked at once, so that no list in a rule,
/// however long, makes it slow.
/// </summary>
internal sealed class RuleDates(RecurrenceRule rule, LocalDate start)
{
    private readonly bool[] anyPlace = [.. Enumerable.Range(0, 8).Select(day => rule.Days.Contains((0, (IsoDayOfWeek)day)))];
    private readonly bool hasPlaces = rule.Days.Any(day => day.Place != 0);

    /// <summary>The first day of a period, that of the start being number 0.</summary>
    public LocalDate FirstDay(int period)
    {
        var step = period * rule.Interval;
        return rule.Frequency switch
        {
            Frequency.Daily => start.PlusDays(step),
            Frequency.Weekly => StartOfWeek(start).PlusWeeks(step),
            Frequency.Monthly => new LocalDate(start.Year, start.Month, 1).PlusMonths(step),
            _ => new LocalDate(start.Year + step, 1, 1),
        };
    }

    /// <summary>The number of the last period that begins on a date or before it; 0 where the date is before the start.</summary>
    public int PeriodBefore(LocalDate date)
    {
        if (date <= start)
            return 0;
        var steps = rule.Frequency switch
        {
            Frequency.Daily => Period.DaysBetween(start, date),
            Frequency.Weekly => Period.DaysBetween(StartOfWeek(start), date) / 7,
            Frequency.Monthly => (date.Year - start.Year) * 12 + date.Month - start.Month,
            _ => date.Year - start.Year,
        };
        return steps / rule.Interval;
    }

    /// <summary>The dates of one period in their order, none before the start.</summary>
    public IReadOnlyList<LocalDate> In(int period)
    {
        var first = FirstDay(period);
        var behind = rule.Frequency switch
        {
            Frequency.Daily => first.PlusDays(1),
            Frequency.Weekly => first.PlusWeeks(1),
            Frequency.Monthly => first.PlusMonths(1),
            _ => first.PlusYears(1),
        };
        var dates = new List<LocalDate>();
        for (var date = first; date < behind; )
        {
            if (Fits(date))
                dates.Add(date);
            // A year is looked through in the months alone that the rule means.
            date =
                rule.Frequency == Frequency.Yearly && !FitsMonth(date) ? date.With(DateAdjusters.EndOfMonth).PlusDays(1) : date.PlusDays(1);
        }
        if (rule.Positions.Count > 0)
            dates = [.. dates.Where((_, i) => rule.Positions.Contains(i + 1) || rule.Positions.Contains(i - dates.Count))];
        dates.RemoveAll(date => date < start);
        return dates;
    }

    /// <summary>How many candidates it takes to look through a period, beside the dates found: a month's worth of days counts as one.</summary>
    public int Effort => rule.Frequency == Frequency.Yearly ? 12 : 1;

    private LocalDate StartOfWeek(LocalDate date) => date.PlusDays(-(((int)date.DayOfWeek - (int)rule.WeekStart + 7) % 7));

    private bool Fits(LocalDate date) => FitsMonth(date) && FitsMonthDay(date) && FitsDay(date) && FitsStart(date);

    private bool FitsMonth(LocalDate date)
    {
        if (rule.Months.Count > 0)
            return rule.Months.Contains(date.Month);
        return rule.Frequency != Frequency.Yearly || rule.Days.Count + rule.MonthDays.Count > 0 || date.Month == start.Month;
    }

    private bool FitsMonthDay(LocalDate date) =>
        rule.MonthDays.Count == 0
        || rule.MonthDays.Contains(date.Day)
        || rule.MonthDays.Contains(date.Day - CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month) - 1);

    private bool FitsDay(LocalDate date)
    {
        if (rule.Days.Count == 0 || anyPlace[(int)date.DayOfWeek])
            return true;
        if (!hasPlaces)
            return false;
        var ofYear = rule.Frequency == Frequency.Yearly && rule.Months.Count == 0;
        var day = ofYear ? date.DayOfYear : date.Day;
        var days = ofYear ? CalendarSystem.Iso.GetDaysInYear(date.Year) : CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);
        return rule.Days.Contains(((day + 6) / 7, date.DayOfWeek)) || rule.Days.Contains((-((days - day) / 7 + 1), date.DayOfWeek));
    }

    // What the rule leaves open, the start says.
    private bool FitsStart(LocalDate date)
    {
        if (rule.Days.Count > 0 || rule.MonthDays.Count > 0)
            return true;
        return rule.Frequency switch
        {
            Frequency.Daily => true,
            Frequency.Weekly => date.DayOfWeek == start.DayOfWeek,
            Frequency.Monthly => date.Day == start.Day,
            _ => date.Day == start.Day,
        };
    }
}
