using System.Buffers;

namespace Rallies.Web.Feeds;

/// <summary>What a feed is about.</summary>
/// <param name="Path">Under /calendar, without .ics.</param>
public abstract record FeedSubject(string Path)
{
    /// <summary>Of which paths are made.</summary>
    public static readonly SearchValues<char> PathLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-/");

    /// <summary>Content-Disposition of a feed: shown by a browser that was sent here, not kept.</summary>
    public string Inline { get; } = $"inline; filename=\"rallies-{Path.Replace('/', '-')}.ics\"";

    /// <summary>Content-Disposition of a download.</summary>
    public string Attached { get; } = $"attachment; filename=\"rallies-{Path.Replace('/', '-')}.ics\"";

    public abstract bool Holds(Belonging belongs);

    /// <summary>Everything but speeches, which are parts of rallies.</summary>
    public sealed record Everything() : FeedSubject("all")
    {
        public override bool Holds(Belonging belongs) => belongs.Speaker is null;
    }

    public sealed record Day(string Slug) : FeedSubject(Slug)
    {
        public override bool Holds(Belonging belongs) => belongs.Day == Slug && belongs.Speaker is null;
    }

    public sealed record OneRally(string DaySlug, string Slug) : FeedSubject($"{DaySlug}/{Slug}")
    {
        public override bool Holds(Belonging belongs) => belongs.Day == DaySlug && belongs.Rally == Slug && belongs.Speaker is null;
    }

    public sealed record Town(string Slug) : FeedSubject($"towns/{Slug}")
    {
        public override bool Holds(Belonging belongs) => belongs.Town == Slug && belongs.Speaker is null;
    }

    public sealed record Region(string Slug) : FeedSubject($"regions/{Slug}")
    {
        public override bool Holds(Belonging belongs) => belongs.Region == Slug && belongs.Speaker is null;
    }

    public sealed record Pickets() : FeedSubject("pickets")
    {
        public override bool Holds(Belonging belongs) => belongs.Dispute is not null;
    }

    public sealed record Dispute(string Slug) : FeedSubject($"disputes/{Slug}")
    {
        public override bool Holds(Belonging belongs) => belongs.Dispute == Slug;
    }

    public sealed record Speaker(string Slug) : FeedSubject($"speakers/{Slug}")
    {
        public override bool Holds(Belonging belongs) => belongs.Speaker == Slug;
    }
}
