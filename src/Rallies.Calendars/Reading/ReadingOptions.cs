using NodaTime;

namespace Rallies.Calendars.Reading;

/// <summary>What the reader cannot know from the file.</summary>
public sealed record ReadingOptions
{
    /// <summary>Today, where the file is read: recurrences are followed from here.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The zone offered for times that name none, where the file offers none itself. It is proposed, never taken silently.</summary>
    public required DateTimeZone DefaultZone { get; init; }

    /// <summary>The answer to "which zone?": times that name none, or one nobody knows, go by this clock.</summary>
    public DateTimeZone? AskedZone { get; init; }

    /// <summary>The answer to "two instants": a VTIMEZONE in the file counts for more than the name of its zone.</summary>
    public bool TrustsOwnRules { get; init; }

    /// <summary>The length proposed for an event that has a time and no end.</summary>
    public Duration ProposedLength { get; init; } = Duration.FromHours(2);

    public ReadingLimits Limits { get; init; } = new();

    public ZoneNames Zones { get; init; } = ZoneNames.Default;
}
