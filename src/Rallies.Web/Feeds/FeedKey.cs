namespace Rallies.Web.Feeds;

/// <summary>One feed with one wish: what has the same octets for everybody.</summary>
public readonly record struct FeedKey(FeedSubject Subject, FeedQuery Query)
{
    // Made of a dozen strings, and asked for with every request: it is worked out once.
    private readonly int hash = HashCode.Combine(Subject, Query);

    public override int GetHashCode() => hash;
}
