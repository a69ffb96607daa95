namespace Rallies.Web.Feeds;

/// <summary>One feed with one wish: what has the same octets for everybody.</summary>
public readonly record struct FeedKey(FeedSubject Subject, FeedQuery Query);
