namespace Rallies.Domain.Publishing;

/// <summary>Whether people can rely on an occasion.</summary>
public enum OccasionStatus
{
    Confirmed,

    /// <summary>Its place is still to be confirmed, or nobody has lately said that it stands.</summary>
    Tentative,

    /// <summary>Off, with a new date to come.</summary>
    Postponed,
    Cancelled,

    /// <summary>Part of another: off where it was, and on there.</summary>
    Merged,
}
