namespace Rallies.Web.Feeds;

/// <summary>What a feed is about.</summary>
public abstract record FeedSubject
{
    public sealed record Everything : FeedSubject;

    public sealed record Day(string Slug) : FeedSubject;

    public sealed record OneRally(string DaySlug, string Slug) : FeedSubject;

    public sealed record Town(string Slug) : FeedSubject;

    public sealed record Region(string Slug) : FeedSubject;

    public sealed record Pickets : FeedSubject;

    public sealed record Dispute(string Slug) : FeedSubject;
}
