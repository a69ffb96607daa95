namespace Rallies.Domain;

/// <summary>What has become of a day of action since it was announced.</summary>
public enum DayStatus
{
    Announced,

    /// <summary>Its date or time has changed; still on.</summary>
    Moved,
    Cancelled,
    Over,
}
