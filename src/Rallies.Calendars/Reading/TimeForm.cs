namespace Rallies.Calendars.Reading;

/// <summary>The forms of a time (RFC 5545 §3.3.4, §3.3.5).</summary>
internal enum TimeForm
{
    Date,

    /// <summary>By a wall clock: a zone's where a TZID stands beside it, otherwise floating.</summary>
    Local,
    Utc,
}
