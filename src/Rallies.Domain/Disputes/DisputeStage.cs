namespace Rallies.Domain.Disputes;

/// <summary>How far a dispute has come.</summary>
public enum DisputeStage
{
    IndicativeBallot,
    Ballot,
    Notice,
    Action,

    /// <summary>Called off for now: every picket line of it rests.</summary>
    Suspended,
    Settled,
}
