using Rallies.Domain.Counting;

namespace Rallies.Storage.Counting;

/// <summary>A day's rallies as of one version, hidden ones among them.</summary>
/// <param name="Sequence">Raised when the day itself moves or is called off, which changes every rally at once.</param>
public sealed record CountedDay(int Id, string Slug, int Sequence, long Version, IReadOnlyList<CountedRally> Rallies);
