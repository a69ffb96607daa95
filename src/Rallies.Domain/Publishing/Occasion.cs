using NodaTime;

namespace Rallies.Domain.Publishing;

/// <summary>When and where something is, and whether it is on: what people plan their evening by. Another one raises SEQUENCE (RFC 5546 §2.1.4).</summary>
/// <param name="Start">The first instant; of whole days, midnight UTC.</param>
/// <param name="End">The first instant after it.</param>
/// <param name="ZoneId">IANA; empty for whole days.</param>
/// <param name="Place">As people say it, in no language of ours; empty while it is to be confirmed.</param>
public sealed record Occasion(Instant Start, Instant End, string ZoneId, OccasionStatus Status, string Place)
{
    public bool IsOff => Status is OccasionStatus.Postponed or OccasionStatus.Cancelled or OccasionStatus.Merged;

    /// <summary>Somebody who knew the other would stand there at the wrong time, or at the wrong place.</summary>
    public bool IsMovedFrom(Occasion other) => Start != other.Start || (other.Place.Length > 0 && Place != other.Place);
}
