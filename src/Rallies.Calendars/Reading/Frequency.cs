namespace Rallies.Calendars.Reading;

/// <summary>How often a recurrence comes (RFC 5545 §3.3.10). More often than daily is refused.</summary>
internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
