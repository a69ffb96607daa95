using Rallies.Web.Feeds;

namespace Rallies.Web.Public.Subscribing;

/// <summary>The feed chosen, and what else could be followed.</summary>
public sealed record CalendarView
{
    public required AskedCalendar Asked { get; init; }

    /// <summary>Null when nobody knows what was asked for.</summary>
    public required FollowedFeed? Feed { get; init; }

    /// <summary>Nothing stands in it at the moment.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>More is to come than it has room for.</summary>
    public required bool IsCut { get; init; }

    /// <summary>Days to come.</summary>
    public required IReadOnlyList<NamedChoice> Days { get; init; }

    /// <summary>Of the day chosen; none when none is.</summary>
    public required IReadOnlyList<NamedChoice> Rallies { get; init; }
    public required IReadOnlyList<NamedChoice> Regions { get; init; }
    public required IReadOnlyList<NamedChoice> Disputes { get; init; }
    public required IReadOnlyList<NamedChoice> Speakers { get; init; }

    /// <summary>The address names no feed: choosing comes first.</summary>
    public bool IsBare => Asked.Named is null;

    /// <summary>Days and rallies alike.</summary>
    public string? Day =>
        Feed?.Subject switch
        {
            FeedSubject.Day(var day) => day,
            FeedSubject.OneRally(var day, _) => day,
            _ => null,
        };

    public bool IsChosen(FeedSubject subject) => Feed?.Subject == subject;

    public string PageOf(FeedSubject subject) => new CalendarChoice(subject, Asked.Query, Asked.Language).Page;

    /// <summary>Fields that keep the filters when another feed is chosen.</summary>
    public IEnumerable<(string Key, string Value)> Sifting =>
        new CalendarChoice(new FeedSubject.Everything(), Asked.Query, Asked.Language).Sifting;

    /// <summary>What the reader typed under this key, when nobody knows it.</summary>
    public string? Mistyped(string key) => Unknown is { } word && word.Key == key ? word.Value : null;

    /// <summary>What was to be followed, when nobody knows it.</summary>
    public AskedWord? Unknown => Feed is null ? Asked.Named : null;

    /// <summary>Kinds of event worth sifting by: where only one kind can be, none. What the address asks can be taken back.</summary>
    public IEnumerable<string> Kinds =>
        FeedQuery.Types.Where(type =>
            Asked.Query.Type.Contains(type)
            || (type != "speech" && Feed?.Subject is FeedSubject.Everything or FeedSubject.Town or FeedSubject.Region)
        );

    /// <summary>The same for access, of which picket lines say nothing.</summary>
    public IEnumerable<string> AccessNeeds =>
        FeedQuery.AccessNeeds.Where(need =>
            Asked.Query.Access.Contains(need) || Feed?.Subject is not (FeedSubject.OneRally or FeedSubject.Pickets or FeedSubject.Dispute)
        );
}
