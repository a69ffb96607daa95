namespace Rallies.Domain;

/// <summary>An answer about access; nobody having asked is an answer too.</summary>
public enum AccessFact
{
    NotKnown,
    Yes,
    No,
}
