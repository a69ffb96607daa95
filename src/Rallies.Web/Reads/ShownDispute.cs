using NodaTime;
using Rallies.Domain.Disputes;

namespace Rallies.Web.Reads;

/// <summary>A dispute with all it says of itself and its picket lines.</summary>
public sealed record ShownDispute
{
    public required string Slug { get; init; }
    public required string Union { get; init; }
    public required string Employer { get; init; }
    public required string Demands { get; init; }

    /// <summary>What visitors can bring or do.</summary>
    public required string Help { get; init; }
    public required DisputeStage Stage { get; init; }
    public required string SourceUrl { get; init; }
    public required string? StrikeFundUrl { get; init; }
    public required string? PetitionUrl { get; init; }
    public required Instant ChangedAt { get; init; }

    /// <summary>Those not archived and not past, by town.</summary>
    public required IReadOnlyList<ListedPicket> Pickets { get; init; }
}
