using NodaTime;

namespace Rallies.Calendars;

/// <summary>One occasion, as a VEVENT without recurrence says it (RFC 5545 §3.6.1). Nonsense is refused where it is set.</summary>
public sealed record CalendarEvent
{
    public const int LongestSummary = 120;
    public const int LongestDescription = 4_000;

    /// <summary>Minutes: four weeks.</summary>
    public const int LongestAlarm = 40_320;
    private const int LongestUid = 255;

    /// <summary>What tells this event from all others, for ever and in every calendar (RFC 7986 §5.3); at most 255 printable characters.</summary>
    /// <exception cref="ArgumentException">Blank, too long, or with control characters.</exception>
    public required string Uid
    {
        get;
        init => field = Named(value);
    }

    /// <summary>When anything in it last changed, cut to whole seconds: written as DTSTAMP and as LAST-MODIFIED.</summary>
    public required Instant Changed { get; init; }

    /// <summary>When it was first made, cut to whole seconds.</summary>
    public required Instant Created { get; init; }

    public required EventTimes Times { get; init; }

    /// <summary>What it is: put into one line, since some readers refuse an event otherwise, and cut to 120 UTF-16 units.</summary>
    /// <exception cref="ArgumentException">Nothing in it can be read.</exception>
    public required string Summary
    {
        get;
        init => field = Shortened.To(LongestSummary, InOneLine(Readable(value), " "));
    }

    /// <summary>The web page about it.</summary>
    public required Uri Url
    {
        get;
        init => field = Whole(value);
    }

    /// <summary>Where it is: put into one line, with a comma for every line break.</summary>
    public string? Location
    {
        get;
        init => field = value is null ? null : InOneLine(value, ", ");
    }

    /// <summary>Where it is on the map. Apple's calendars show the map only where <see cref="Location"/> is given too.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>Plain text of several lines; cut to 4,000 UTF-16 units.</summary>
    public string? Description
    {
        get;
        init => field = value is null ? null : Shortened.To(LongestDescription, value);
    }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public EventStatus Status { get; init; }

    /// <summary>How often the time, place or state changed (RFC 5545 §3.8.7.4): 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Sequence
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A sequence counts from 0.");
    }

    /// <summary>Whether the reader counts as busy meanwhile (TRANSP:OPAQUE); otherwise nobody's time is taken.</summary>
    public bool TakesTime { get; init; }

    /// <summary>The UID of the event that this one belongs to (RFC 5545 §3.8.4.5).</summary>
    public string? RelatedTo
    {
        get;
        init => field = value is null ? null : Named(value);
    }

    public EventImage? Image { get; init; }

    public Conference? Conference { get; init; }

    /// <summary>Minutes before the start at which the reader wishes to be told, 0 to 40,320 (four weeks).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int? AlarmMinutes
    {
        get;
        init =>
            field = value is null or (>= 0 and <= LongestAlarm)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "An alarm rings 0 to 40,320 minutes before the start.");
    }

    private static string InOneLine(string text, string between) =>
        text.AsSpan().ContainsAny('\r', '\n')
            ? string.Join(between, text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : text;

    private static string Named(string uid) =>
        !string.IsNullOrWhiteSpace(uid) && uid.Length <= LongestUid && !uid.Any(char.IsControl)
            ? uid
            : throw new ArgumentException($"'{uid}' is no UID: give 1 to {LongestUid} printable characters.");

    private static string Readable(string text) =>
        !EscapedText.IsBlank(text) ? text : throw new ArgumentException("An event needs a summary that can be read.");

    private static Uri Whole(Uri address) =>
        address.IsAbsoluteUri ? address : throw new ArgumentException($"'{address.OriginalString}' is relative: give a whole address.");
}
