using System.Buffers;

namespace Rallies.Web.Feeds;

/// <summary>What a feed is about.</summary>
/// <param name="Path">Under /calendar, without .ics.</param>
/// <param name="Page">The page that says the same to people.</param>
public abstract record FeedSubject(string Path, string Page)
{
    /// <summary>Of which paths are made.</summary>
    public static readonly SearchValues<char> PathLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-/");

    /// <summary>Content-Disposition of a feed: shown by a browser that was sent here, not kept.</summary>
    public string Inline { get; } = $"inline; filename=\"rallies-{Path.Replace('/', '-')}.ics\"";

    /// <summary>Content-Disposition of a download.</summary>
    public string Attached { get; } = $"attachment; filename=\"rallies-{Path.Replace('/', '-')}.ics\"";

    public abstract bool Holds(Belonging belongs);

    /// <summary>Everything but speeches, which are parts of rallies.</summary>
    public sealed record Everything() : FeedSubject("all", Addresses.Front)
    {
        public override bool Holds(Belonging belongs) => belongs.Speaker is null;
    }

    public sealed record Day(string Slug) : FeedSubject(Slug, Addresses.ForDay(Slug))
    {
        public override bool Holds(Belonging belongs) => belongs.Day == Slug && belongs.Speaker is null;
    }

    public sealed record OneRally(string DaySlug, string Slug) : FeedSubject($"{DaySlug}/{Slug}", Addresses.ForTown(DaySlug, Slug))
    {
        public override bool Holds(Belonging belongs) => belongs.Day == DaySlug && belongs.Rally == Slug && belongs.Speaker is null;
    }

    public sealed record Town(string Slug) : FeedSubject($"towns/{Slug}", $"{Addresses.Front}?town={Slug}")
    {
        public override bool Holds(Belonging belongs) => belongs.Town == Slug && belongs.Speaker is null;
    }

    public sealed record Region(string Slug) : FeedSubject($"regions/{Slug}", Addresses.Front)
    {
        public override bool Holds(Belonging belongs) => belongs.Region == Slug && belongs.Speaker is null;
    }

    public sealed record Pickets() : FeedSubject("pickets", Addresses.Pickets)
    {
        public override bool Holds(Belonging belongs) => belongs.Dispute is not null;
    }

    public sealed record Dispute(string Slug) : FeedSubject($"disputes/{Slug}", Addresses.ForDispute(Slug))
    {
        public override bool Holds(Belonging belongs) => belongs.Dispute == Slug;
    }

    public sealed record Speaker(string Slug) : FeedSubject($"speakers/{Slug}", Addresses.Front)
    {
        public override bool Holds(Belonging belongs) => belongs.Speaker == Slug;
    }
}
