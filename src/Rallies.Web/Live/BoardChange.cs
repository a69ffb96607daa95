namespace Rallies.Web.Live;

/// <summary>What a commit changed on a day's board.</summary>
/// <param name="Version">The day's, taken in that commit.</param>
/// <param name="Rows">Rows as they are now.</param>
/// <param name="Gone">Slugs of rallies that are no longer shown.</param>
public sealed record BoardChange(string Day, long Version, IReadOnlyCollection<BoardRow> Rows, IReadOnlyCollection<string> Gone);
