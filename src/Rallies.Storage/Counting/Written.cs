namespace Rallies.Storage.Counting;

/// <summary>What a commit of the journal made durable.</summary>
/// <param name="New">Ids that were not there before.</param>
/// <param name="Rallies">Those of which something changed.</param>
/// <param name="Versions">The new version of each day of which something changed, by the day's id.</param>
public sealed record Written(IReadOnlySet<Guid> New, IReadOnlySet<int> Rallies, IReadOnlyDictionary<int, long> Versions)
{
    public static Written Nothing { get; } = new(new HashSet<Guid>(), new HashSet<int>(), new Dictionary<int, long>());
}
