namespace Rallies.Web.Feeds;

/// <summary>Which feeds an event stands in, and what a subscriber may sift it by. Slugs, null where there is none.</summary>
/// <param name="Type">One of <see cref="FeedQuery.Types"/>.</param>
/// <param name="Access">Null where nobody asks about access.</param>
public sealed record Belonging(
    string Type,
    string? Day = null,
    string? Rally = null,
    string? Town = null,
    string? TownName = null,
    string? Region = null,
    string? Dispute = null,
    string? Speaker = null,
    Domain.Access? Access = null
);
