using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>One occasion as a file tells it: an event, or one occurrence of a series. Texts are plain, cleaned and in Unicode's form C.</summary>
public sealed record ReadEvent
{
    public required string Uid { get; init; }

    /// <summary>Whether the UID was made from the event's content, the file having none that can be used.</summary>
    public bool UidDerived { get; init; }

    /// <summary>
    /// Which occurrence of its series it is (RFC 5545 §3.8.4.4): the date, or the instant in UTC, at which the series would have it, such
    /// as "20260501" or "20260501T100000Z". Nothing for an event on its own. With the UID it says which event this is.
    /// </summary>
    public string? RecurrenceId { get; init; }

    /// <summary>How often it was changed (RFC 5545 §3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>DTSTAMP (RFC 5545 §3.8.7.2).</summary>
    public Instant? Stamp { get; init; }

    public Instant? LastModified { get; init; }

    public required string Summary { get; init; }

    /// <summary>Plain text, lines ended by "\n".</summary>
    public string? Description { get; init; }

    /// <summary>One line.</summary>
    public string? Location { get; init; }

    public GeoPosition? Position { get; init; }

    /// <summary>An http or https address. It was not looked at.</summary>
    public Uri? Url { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public EventStatus Status { get; init; }

    /// <summary>Whole days, UTC, or a wall clock of the tz database.</summary>
    public required EventTimes Times { get; init; }

    /// <summary>What has to be confirmed before the times can be trusted; <see cref="Times"/> is the proposal.</summary>
    public IReadOnlyList<Complaint> Questions { get; init; } = [];

    /// <summary>The organiser's name as the file has it. Their address is not read.</summary>
    public string? OrganiserName { get; init; }

    /// <summary>The line of the file on which it begins.</summary>
    public required int Line { get; init; }
}
