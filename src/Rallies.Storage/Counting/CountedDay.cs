using Rallies.Domain.Counting;

namespace Rallies.Storage.Counting;

/// <summary>A day's rallies as of one version, hidden ones among them.</summary>
public sealed record CountedDay(int Id, string Slug, long Version, IReadOnlyList<CountedRally> Rallies);
