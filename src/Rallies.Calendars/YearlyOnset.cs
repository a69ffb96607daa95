using NodaTime;

namespace Rallies.Calendars;

/// <summary>A moment that comes once a year on the wall clock: the first to fifth, or (−1) the last, of a weekday in a month, at a time.</summary>
internal sealed record YearlyOnset(int Month, int Week, IsoDayOfWeek Day, LocalTime Time)
{
    private const int Last = -1;

    /// <summary>The rules that one onset may follow. The last weekday of a month comes first: it is the more usual law.</summary>
    public static IEnumerable<YearlyOnset> Of(LocalDateTime onset)
    {
        if (IsLast(onset))
            yield return new(onset.Month, Last, onset.DayOfWeek, onset.TimeOfDay);
        yield return new(onset.Month, Week: (onset.Day + 6) / 7, onset.DayOfWeek, onset.TimeOfDay);
    }

    public bool Includes(LocalDateTime onset) =>
        onset.Month == Month
        && onset.DayOfWeek == Day
        && onset.TimeOfDay == Time
        && (Week == Last ? IsLast(onset) : (onset.Day + 6) / 7 == Week);

    public LocalDateTime In(int year)
    {
        if (Week == Last)
            return new LocalDate(year, Month, 1).PlusMonths(1).Previous(Day).At(Time);
        return new LocalDate(year, Month, 1).PlusDays(-1).Next(Day).PlusWeeks(Week - 1).At(Time);
    }

    private static bool IsLast(LocalDateTime onset) => onset.Day + 7 > onset.Calendar.GetDaysInMonth(onset.Year, onset.Month);
}
