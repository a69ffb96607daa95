namespace Rallies.Calendars.Reading;

/// <summary>How much a complaint costs.</summary>
public enum Severity
{
    /// <summary>The whole file is refused: nothing of it was read.</summary>
    File,

    /// <summary>One event, or one occasion of a series, is refused.</summary>
    Event,

    /// <summary>The event was read, with a proposal that somebody has to confirm.</summary>
    Question,

    /// <summary>Nothing was lost that could send anybody to the wrong place or hour.</summary>
    Warning,
}
