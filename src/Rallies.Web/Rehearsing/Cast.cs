namespace Rallies.Web.Rehearsing;

/// <summary>Where a night can be played now.</summary>
/// <param name="Day">The day's slug.</param>
/// <param name="Towns">The largest first; at least one.</param>
internal sealed record Cast(string Day, IReadOnlyList<PlayedTown> Towns);
