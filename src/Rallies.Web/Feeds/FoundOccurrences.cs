using System.Collections.Immutable;

namespace Rallies.Web.Feeds;

/// <summary>What was read after a change.</summary>
/// <param name="Looked">Where: an event of the book that belongs there and was not found is no more.</param>
/// <param name="Merged">As in <see cref="FeedBook.Merged"/>.</param>
public sealed record FoundOccurrences(
    Func<Belonging, bool> Looked,
    IReadOnlyList<Occurrence> Found,
    ImmutableDictionary<FeedSubject, NamedSubject> Names,
    ImmutableDictionary<FeedSubject, FeedSubject> Merged
);
