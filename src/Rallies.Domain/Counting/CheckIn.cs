using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>"I'm here": somebody at a rally counts themselves and those beside them. Who they are is not asked.</summary>
public sealed record CheckIn
{
    public const int MaxWith = 20;

    /// <summary>People one may bring without having read the code off the square's screen.</summary>
    public const int MaxWithoutCode = 5;

    public required Guid Id { get; init; }
    public required int RallyId { get; init; }

    /// <summary>Others beside the sender, 0 to 20.</summary>
    public required int With { get; init; }

    /// <summary>What the device's clock showed; null when it did not say.</summary>
    public Instant? At { get; init; }
    public long Skew { get; init; }
    public required Instant ReceivedAt { get; init; }

    /// <summary>Sent with the right code, or before anybody asked for one; the others raise the upper figure only.</summary>
    public required bool IsSure { get; init; }

    public int People => 1 + With;

    public Instant MadeAt => At is { } at ? Instant.Min(at + Duration.FromMilliseconds(Skew), ReceivedAt) : ReceivedAt;
}
