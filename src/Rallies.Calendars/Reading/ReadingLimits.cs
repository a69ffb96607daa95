namespace Rallies.Calendars.Reading;

/// <summary>How much the reader takes on. Each limit has a complaint of its own; together they bound time and memory.</summary>
public sealed record ReadingLimits
{
    /// <summary>Octets of the file: one more is refused without being read.</summary>
    public int Octets { get; init; } = 1024 * 1024;

    /// <summary>Lines as they stand in the file, folded and blank ones too.</summary>
    public int Lines { get; init; } = 50_000;

    /// <summary>Octets of one line when its folds are undone (RFC 5545 §3.1).</summary>
    public int LineOctets { get; init; } = 64 * 1024;

    /// <summary>Components within components, the calendar being the first.</summary>
    public int Depth { get; init; } = 4;

    public int Components { get; init; } = 2_000;

    public int PropertiesPerComponent { get; init; } = 500;

    public int ParametersPerProperty { get; init; } = 32;

    /// <summary>VTIMEZONEs whose rules are followed, in each calendar; the zones of more are known by their names alone.</summary>
    public int OwnZones { get; init; } = 50;

    /// <summary>Years looked through for the rules of all VTIMEZONEs of the file together: a usual zone takes 200, a file of many 50.</summary>
    public int ZoneYears { get; init; } = 50_000;

    /// <summary>Steps and dates looked at for one recurrence.</summary>
    public int CandidatesPerSeries { get; init; } = 20_000;

    /// <summary>The same for all recurrences of the file together.</summary>
    public int CandidatesPerFile { get; init; } = 200_000;

    public int OccasionsPerSeries { get; init; } = 366;

    /// <summary>Events and occasions of the file together.</summary>
    public int OccasionsPerFile { get; init; } = 10_000;

    /// <summary>How far ahead a recurrence is followed from today.</summary>
    public int MonthsAhead { get; init; } = 18;

    public int LargestInterval { get; init; } = 400;

    /// <summary>Days of a DURATION.</summary>
    public int LongestDays { get; init; } = 14;

    public int FirstYear { get; init; } = 2000;

    public int LastYear { get; init; } = 2100;

    /// <summary>UTF-16 units of a summary; more is cut, with a warning.</summary>
    public int Summary { get; init; } = CalendarEvent.LongestSummary;

    /// <summary>UTF-16 units of a description; more is cut, with a warning.</summary>
    public int Description { get; init; } = CalendarEvent.LongestDescription;

    /// <summary>UTF-16 units of any other words; more is cut, with a warning.</summary>
    public int OtherText { get; init; } = 255;

    public int Complaints { get; init; } = 1_000;
}
