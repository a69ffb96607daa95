using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>As much of a recurrence rule (RFC 5545 §3.3.10) as events of people need.</summary>
internal sealed record RecurrenceRule
{
    public Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    public TimeValue? Until { get; init; }

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>1 to 12; empty where every month will do.</summary>
    public IReadOnlySet<int> Months { get; init; } = new HashSet<int>();

    /// <summary>1 to 31, or −1 to −31 from the end of the month.</summary>
    public IReadOnlySet<int> MonthDays { get; init; } = new HashSet<int>();

    /// <summary>Weekdays with 0, or with their place in the month or year: 1 the first, −1 the last.</summary>
    public IReadOnlySet<(int Place, IsoDayOfWeek Day)> Days { get; init; } = new HashSet<(int, IsoDayOfWeek)>();

    /// <summary>Which of the dates of a period are taken: 1 the first, −1 the last.</summary>
    public IReadOnlySet<int> Positions { get; init; } = new HashSet<int>();

    /// <summary>BYHOUR, BYMINUTE and BYSECOND, which may only repeat what the start says.</summary>
    public IReadOnlyDictionary<string, int> TimeParts { get; init; } = new Dictionary<string, int>();
}
