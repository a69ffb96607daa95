namespace Rallies.Domain;

/// <summary>What somebody about to leave home has to know.</summary>
public enum RallyStatus
{
    Confirmed,

    /// <summary>It is on, and its meeting point is still to be confirmed.</summary>
    Tentative,

    /// <summary>Not at the announced time, and no new one yet.</summary>
    Postponed,
    Cancelled,
}
