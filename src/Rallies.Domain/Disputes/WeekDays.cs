using NodaTime;

namespace Rallies.Domain.Disputes;

/// <summary>Days of the week, several at once.</summary>
[Flags]
public enum WeekDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}

public static class WeekDaysOfDates
{
    public static bool Include(this WeekDays days, LocalDate date) => days.HasFlag((WeekDays)(1 << ((int)date.DayOfWeek - 1)));
}
