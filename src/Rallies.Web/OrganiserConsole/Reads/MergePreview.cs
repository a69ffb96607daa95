using Rallies.Domain.Merging;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>What becoming one would do.</summary>
/// <param name="People">Who said they come to the one that would go; and to the one that would stay.</param>
/// <param name="Letters">How many of the first have left an address and confirmed it.</param>
/// <param name="Obstacle">Null when nothing stands in the way.</param>
public sealed record MergePreview(
    MergeChoice Survivor,
    int People,
    int PeopleThere,
    int Letters,
    bool StartsElsewhen,
    MergeObstacle? Obstacle
);
