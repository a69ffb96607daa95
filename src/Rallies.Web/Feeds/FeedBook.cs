using System.Collections.Immutable;
using NodaTime;

namespace Rallies.Web.Feeds;

/// <summary>Everything calendars can carry at one moment, ready to be put together: requests read this and no database.</summary>
public sealed record FeedBook
{
    public static readonly FeedBook Empty = new();

    public ImmutableDictionary<Guid, ListedEvent> Events { get; init; } = ImmutableDictionary<Guid, ListedEvent>.Empty;

    /// <summary>The names of days, disputes and speakers, by the feed about each, and when they last changed.</summary>
    public ImmutableDictionary<FeedSubject, NamedSubject> Names { get; init; } = ImmutableDictionary<FeedSubject, NamedSubject>.Empty;

    /// <summary>When the last speech left of which nobody knows any more whose it was: it may have been any speaker's.</summary>
    public Instant LostAt { get; init; } = NodaConstants.UnixEpoch;

    /// <summary>When time alone makes another event of one of them; null when it never does.</summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>The feeds about rallies that have become part of another, and the feed about that one.</summary>
    public ImmutableDictionary<FeedSubject, FeedSubject> Merged { get; init; } = ImmutableDictionary<FeedSubject, FeedSubject>.Empty;

    public IEnumerable<ListedEvent> Of(FeedSubject subject)
    {
        var holds = Holding(subject);
        return Events.Values.Where(e => holds(e.Belongs));
    }

    /// <summary>What stands in a feed. Whoever follows a rally that has become part of another finds that one in the same feed.</summary>
    public Func<Belonging, bool> Holding(FeedSubject subject) =>
        Merged.TryGetValue(subject, out var survivor) ? belongs => subject.Holds(belongs) || survivor.Holds(belongs) : subject.Holds;
}
