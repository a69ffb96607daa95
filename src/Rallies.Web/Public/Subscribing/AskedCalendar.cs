using Rallies.Domain;
using Rallies.Web.Feeds;
using Rallies.Web.Public.Forms;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Subscribing;

/// <summary>What the address of the page asks for. Slugs come from links, names from fingers; what nobody knows is kept to be said.</summary>
public sealed record AskedCalendar
{
    private const int LongestWord = 80;

    // A rally needs its day, and says more than it.
    private static readonly string[] keys = ["rally", "day", "town", "region", "dispute", "speaker", "of"];

    /// <summary>Null when it is unknown. Whether there is such a feed is for the feeds to say.</summary>
    public required FeedSubject? Subject { get; init; }
    public required FeedQuery Query { get; init; }

    /// <summary>"en" or "cy" when the address says so.</summary>
    public required string? Language { get; init; }

    /// <summary>The key and value that named the subject; null when the address names none.</summary>
    public required AskedWord? Named { get; init; }

    /// <summary>Filters that nobody knows; the feed is offered without them.</summary>
    public required IReadOnlyList<AskedWord> UnknownFilters { get; init; }

    /// <param name="language">Of the page.</param>
    internal static AskedCalendar Read(IQueryCollection query, string language, Gazetteer towns)
    {
        var named = keys.Select(key => new AskedWord(key, Word(query[key]))).FirstOrDefault(w => w.Value.Length > 0);
        var (types, unknownTypes) = Split(query, "type", FeedQuery.Types);
        var (access, unknownAccess) = Split(query, "access", FeedQuery.AccessNeeds);
        return new AskedCalendar
        {
            Subject = named is null ? new FeedSubject.Everything() : SubjectOf(named, Word(query["day"]), towns),
            Query = FeedQuery.Of(types, access, language),
            Language = query["lang"].ToString() is "en" or "cy" ? language : null,
            Named = named,
            UnknownFilters = [.. unknownTypes, .. unknownAccess],
        };
    }

    private static FeedSubject? SubjectOf(AskedWord named, string day, Gazetteer towns) =>
        named switch
        {
            ("of", "all") => new FeedSubject.Everything(),
            ("of", "pickets") => new FeedSubject.Pickets(),
            ("of", _) => null,
            ("town", var typed) => TownOf(typed, towns) is { } town ? new FeedSubject.Town(town.Slug) : null,
            (var key, var typed) => Slug.From(typed) is { } slug ? SubjectOf(key, slug, Slug.From(day)) : null,
        };

    private static FeedSubject? SubjectOf(string key, Slug slug, Slug? day) =>
        key switch
        {
            "rally" => day is { } on ? new FeedSubject.OneRally(on, slug) : null,
            "day" => new FeedSubject.Day(slug),
            "region" => new FeedSubject.Region(slug),
            "dispute" => new FeedSubject.Dispute(slug),
            _ => new FeedSubject.Speaker(slug),
        };

    private static Town? TownOf(string typed, Gazetteer towns) =>
        towns.Find(typed) ?? (towns.Search(typed, 1, "GB") is [var likeliest] ? likeliest : null);

    private static (IEnumerable<string> Known, IEnumerable<AskedWord> Unknown) Split(
        IQueryCollection query,
        string key,
        IReadOnlyList<string> known
    )
    {
        var words = FeedQuery.Words(query[key]).Distinct().ToLookup(known.Contains);
        return (words[true], words[false].Take(1).Select(w => new AskedWord(key, Word(w))));
    }

    private static string Word(string? text) => Typed.Line(text is { Length: > LongestWord } ? text[..LongestWord] : text);
}
