namespace Rallies.Calendars;

/// <summary>RFC 5545 §3.8.1.11, as a VEVENT may have it.</summary>
public enum EventStatus
{
    Confirmed,
    Tentative,
    Cancelled,
}
