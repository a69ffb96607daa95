namespace Rallies.Domain.Merging;

/// <summary>Why two rallies cannot become one, or not become two again.</summary>
public enum MergeObstacle
{
    SameRally,

    /// <summary>The day of action is called off, or over.</summary>
    DayIsOff,

    /// <summary>The one that would go is hidden, called off, or part of another already.</summary>
    NotOn,

    /// <summary>The one that would stay is hidden, called off, postponed, or part of another itself.</summary>
    SurvivorNotOn,

    /// <summary>The doors of one of them have opened, or somebody was counted there: a count belongs to where it was made.</summary>
    Counted,

    /// <summary>The time in which it could be undone has passed.</summary>
    TooLate,
}
