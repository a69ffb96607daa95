namespace Rallies.Domain;

/// <summary>What a call to action asks of people.</summary>
public enum CallToActionKind
{
    Petition,
    Consultation,
    VoterRegistration,
}
