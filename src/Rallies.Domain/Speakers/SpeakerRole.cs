namespace Rallies.Domain.Speakers;

/// <summary>Roles from the movement's own life.</summary>
public enum SpeakerRole
{
    Candidate,
    TradeUnionist,
    Striker,
    CommunityCampaigner,
    Musician,
    Chair,
    Interpreter,
}
