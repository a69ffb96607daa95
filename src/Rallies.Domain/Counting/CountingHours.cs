using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>When a rally is counted. What was made within the hours is taken up to twelve hours late, since phones lose the network.</summary>
/// <param name="Rally">From its start to its end.</param>
/// <param name="ClosedAt">When the organiser closed the counting; null while it is open.</param>
public sealed record CountingHours(Interval Rally, Instant? ClosedAt)
{
    public static readonly Duration DoorsBefore = Duration.FromHours(2);
    public static readonly Duration HereBefore = Duration.FromHours(1);
    public static readonly Duration HereAfter = Duration.FromHours(2);
    public static readonly Duration TakenLate = Duration.FromHours(12);

    public Instant DoorsOpenAt => Rally.Start - DoorsBefore;
    public Instant HereOpensAt => Rally.Start - HereBefore;

    /// <summary>With the organiser's closing, otherwise two hours after the end.</summary>
    public Instant HereEndsAt => ClosedAt is { } closed ? Instant.Min(closed, Rally.End + HereAfter) : Rally.End + HereAfter;

    /// <summary>What arrives later is not taken any more, whenever it was made.</summary>
    public Instant TakenUntil => (ClosedAt ?? Rally.End + HereAfter) + TakenLate;

    public bool HasOpened(Instant now) => now >= DoorsOpenAt;

    /// <summary>Doors can count now.</summary>
    public bool IsOpen(Instant now) => HasOpened(now) && ClosedAt is null && now < Rally.End + HereAfter;

    /// <summary>
    /// A tap belongs in the log. One made after the closing does too; it is late, and has no effect. The owner may put the figure
    /// right at any later time.
    /// </summary>
    public bool Take(Tap tap) => tap.MadeAt >= DoorsOpenAt && (tap.ReceivedAt <= TakenUntil || tap.Kind == TapKind.Correction);
}
