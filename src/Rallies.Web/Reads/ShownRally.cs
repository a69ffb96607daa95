using Rallies.Domain.Speakers;

namespace Rallies.Web.Reads;

/// <summary>A rally with all it says of itself and where else one could go.</summary>
public sealed record ShownRally
{
    public required ListedDay Day { get; init; }
    public required ListedRally Rally { get; init; }

    /// <summary>How to find the place; empty when it says enough.</summary>
    public required string Directions { get; init; }
    public required string Description { get; init; }
    public required string Organiser { get; init; }
    public required string CalledOffBecause { get; init; }
    public required Domain.Access Access { get; init; }
    public required IReadOnlyList<RunningSlot> RunningOrder { get; init; }

    /// <summary>The same as it goes on the night, by the clock and the chair.</summary>
    public required Proceedings Proceedings { get; init; }

    /// <summary>People who say they are coming; never shown as attendance.</summary>
    public required int Pledged { get; init; }

    /// <summary>The nearest other rallies that are on, the nearest first.</summary>
    public required IReadOnlyList<NearRally> Nearest { get; init; }
    public required long Version { get; init; }
}
