namespace Rallies.Domain.Speakers;

/// <summary>Whether the speaker of a slot has said yes.</summary>
public enum SlotStatus
{
    Invited,
    Confirmed,
    Declined,
}
