using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>One entry of a rally's count, made on a device and never changed: the figures are a fold over all of them.</summary>
public sealed record Tap
{
    public const int MaxCount = 50;
    public const int MaxPeople = 1_000_000;
    public const int MaxDoorLength = 40;
    public const int MaxMethodLength = 60;
    public const int MaxReasonLength = 500;
    public static readonly Duration UndoWithin = Duration.FromMinutes(10);

    /// <summary>Made by the device, afresh for each tap; a tap sent again keeps it.</summary>
    public required Guid Id { get; init; }
    public required int RallyId { get; init; }
    public required TapKind Kind { get; init; }

    /// <summary>People, 1 to 50; of in and out alone.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The tap that an undo cancels; null for every other kind.</summary>
    public Guid? Undoes { get; init; }

    /// <summary>People, 0 to 1,000,000, never above <see cref="High"/>; of estimates and corrections alone.</summary>
    public int? Low { get; init; }
    public int? High { get; init; }

    /// <summary>How it was estimated: "area", "flyers"; empty when not said.</summary>
    public string Method { get; init; } = "";

    /// <summary>Why the figure is put right; of corrections alone.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the device's clock showed.</summary>
    public required Instant At { get; init; }

    /// <summary>Server's clock less the device's, in milliseconds, as the device last knew it.</summary>
    public long Skew { get; init; }

    /// <summary>Made while the device had no network.</summary>
    public bool Offline { get; init; }
    public required Guid Device { get; init; }

    /// <summary>What the steward calls the door; may be empty.</summary>
    public string Door { get; init; } = "";

    /// <summary>The private link under which it was sent.</summary>
    public Guid? GrantId { get; init; }
    public required Instant ReceivedAt { get; init; }

    /// <summary>The owner took it in from what was kept on a phone, whose own link may have been revoked.</summary>
    public bool TakenIn { get; init; }

    /// <summary>When the device says it was made, in the server's time; between two taps of one device it depends on nothing else.</summary>
    public Instant PlacedAt => At + Duration.FromMilliseconds(Skew);

    /// <summary>When it counts: as placed, but nothing counts before it has arrived.</summary>
    public Instant MadeAt => Instant.Min(PlacedAt, ReceivedAt);

    /// <summary>True when this is an undo that reaches the given tap.</summary>
    public bool Cancels(Tap target) =>
        Kind == TapKind.Undo
        && Undoes == target.Id
        && Device == target.Device
        && target.Kind is TapKind.In or TapKind.Out or TapKind.Estimate
        && IsSoonAfter(target);

    /// <summary>Within ten minutes on the device's own clock, which may have been set right in between.</summary>
    public bool IsSoonAfter(Tap target) => PlacedAt - target.PlacedAt <= UndoWithin && target.PlacedAt - PlacedAt <= UndoWithin;
}
