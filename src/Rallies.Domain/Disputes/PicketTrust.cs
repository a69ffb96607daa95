namespace Rallies.Domain.Disputes;

/// <summary>How sure it is that somebody stands there.</summary>
public enum PicketTrust
{
    Confirmed,

    /// <summary>Not confirmed for 7 days: shown grey.</summary>
    Doubtful,

    /// <summary>Not confirmed for 14 days: off the list, kept in the archive.</summary>
    Archived,
}
