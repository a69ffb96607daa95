using Rallies.Domain;

namespace Rallies.Web.Reads;

/// <summary>A day of action with all it says of itself and all its rallies, by name of the town.</summary>
public sealed record ShownDay
{
    public required ListedDay Day { get; init; }
    public required string Description { get; init; }
    public required string Hashtags { get; init; }
    public required IReadOnlyList<CallToAction> CallsToAction { get; init; }
    public required IReadOnlyList<ListedRally> Rallies { get; init; }

    /// <summary>Raised by every change of the day and its rallies.</summary>
    public required long Version { get; init; }
}
