using Rallies.Domain;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Find;

/// <summary>The answer to "which town are you in?".</summary>
public abstract record FoundTown(string Asked)
{
    public sealed record Nowhere(string Asked) : FoundTown(Asked);

    /// <summary>Several towns may be meant, the likeliest first.</summary>
    public sealed record OneOf(string Asked, ListedDay Day, IReadOnlyList<Town> Towns) : FoundTown(Asked);

    /// <param name="Nearest">At most five that are on; the town's own first, if it has one.</param>
    /// <param name="NotOn">The town's own that are called off or postponed.</param>
    /// <param name="Namesakes">Other towns of its name.</param>
    public sealed record Here(
        string Asked,
        ListedDay Day,
        Town Town,
        IReadOnlyList<NearRally> Nearest,
        IReadOnlyList<ListedRally> NotOn,
        IReadOnlyList<Town> Namesakes
    ) : FoundTown(Asked)
    {
        public bool HasItsOwn => Nearest.Any(n => n.Rally.Town.Slug == Town.Slug.Value);
    }
}
