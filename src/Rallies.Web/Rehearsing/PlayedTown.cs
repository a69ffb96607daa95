using Rallies.Domain.Permissions;

namespace Rallies.Web.Rehearsing;

/// <summary>A rally in which a night is played, and the link with which its played stewards count.</summary>
/// <param name="Town">The rally's slug.</param>
/// <param name="Share">How many come here, as a part of all: the shares of a night add up to 1.</param>
internal sealed record PlayedTown(int RallyId, string Town, double Share, Secret Steward);
