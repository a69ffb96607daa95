using Rallies.Web.Feeds;

namespace Rallies.Web.Public.Subscribing;

/// <summary>A feed and what it is sifted by, as an address of the page that offers it: slugs and words, nothing to escape.</summary>
/// <param name="Language">"en" or "cy" when the reader has asked for it in the address; null leaves it to their browser.</param>
public sealed record CalendarChoice(FeedSubject Subject, FeedQuery Query, string? Language = null)
{
    /// <summary>What a page in the reader's language follows, unsifted.</summary>
    public static CalendarChoice Of(FeedSubject subject, bool inWelsh) => new(subject, FeedQuery.Of([], [], inWelsh ? "cy" : "en"));

    /// <summary>"/calendar?day=3rd-june&amp;rally=leeds".</summary>
    public string Page => $"{Addresses.CalendarPage}?{string.Join('&', Asks(Subject).Concat(Sifting).Select(a => $"{a.Key}={a.Value}"))}";

    /// <summary>Keys of the page's address that say by what the feed is sifted.</summary>
    public IEnumerable<(string Key, string Value)> Sifting
    {
        get
        {
            if (Query.Access.Count > 0)
                yield return ("access", string.Join(',', Query.Access));
            if (Query.Type.Count > 0)
                yield return ("type", string.Join(',', Query.Type));
            if (Language is not null)
                yield return ("lang", Language);
        }
    }

    /// <summary>Keys of the page's address that say which feed.</summary>
    public static IReadOnlyList<(string Key, string Value)> Asks(FeedSubject subject) =>
        subject switch
        {
            FeedSubject.OneRally(var day, var rally) => [("day", day), ("rally", rally)],
            FeedSubject.Day(var day) => [("day", day)],
            FeedSubject.Town(var town) => [("town", town)],
            FeedSubject.Region(var region) => [("region", region)],
            FeedSubject.Dispute(var dispute) => [("dispute", dispute)],
            FeedSubject.Speaker(var speaker) => [("speaker", speaker)],
            FeedSubject.Pickets => [("of", "pickets")],
            _ => [("of", "all")],
        };
}
