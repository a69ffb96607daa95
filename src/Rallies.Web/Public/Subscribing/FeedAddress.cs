using Microsoft.AspNetCore.WebUtilities;
using Rallies.Web.Feeds;
using Rallies.Web.Settings;

namespace Rallies.Web.Public.Subscribing;

/// <summary>A feed of this site by its address, as people paste it: with or without https: or webcal: and the host. No other is understood, and none is fetched.</summary>
/// <param name="Path">With its query: <c>/calendar/3rd-june.ics?lang=cy</c>.</param>
internal sealed record FeedAddress(string Path, FeedKey Key)
{
    private const string Under = "/calendar/";
    private const string End = ".ics";
    private static readonly string[] schemes = ["https", "http", "webcal", "webcals"];

    /// <summary>Null where it is none; <paramref name="word"/> then names the sentence that says why.</summary>
    public static FeedAddress? Read(string typed, PublicAddress site, out string word)
    {
        word = "not-a-feed";
        var target = typed.Trim();
        if (!target.StartsWith('/'))
        {
            if (!Uri.TryCreate(target, UriKind.Absolute, out var whole) || !schemes.Contains(whole.Scheme))
                return null;
            if (!IsOurs(whole, site))
            {
                word = "foreign";
                return null;
            }
            target = whole.PathAndQuery;
        }
        var (path, query) = target.Split('?', 2) is [var before, var after] ? (before, after) : (target, "");
        if (Subject(path) is not { } subject || FeedQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), out _) is not { } wish)
            return null;
        word = "";
        return new FeedAddress(target, new FeedKey(subject, wish));
    }

    // webcal: has no port of its own; it means http or https.
    private static bool IsOurs(Uri address, PublicAddress site)
    {
        var host =
            address.IsDefaultPort || address.Port < 0 ? new HostString(address.IdnHost) : new HostString(address.IdnHost, address.Port);
        return site.Answers(host) || (address.Port < 0 && site.Answers(new HostString(address.IdnHost, site.Origin.Port)));
    }

    private static FeedSubject? Subject(string path)
    {
        if (!path.StartsWith(Under, StringComparison.Ordinal) || !path.EndsWith(End, StringComparison.Ordinal))
            return null;
        if (path.Length <= Under.Length + End.Length)
            return null;
        var subject = path[Under.Length..^End.Length];
        if (subject.AsSpan().ContainsAnyExcept(FeedSubject.PathLetters))
            return null;
        return subject.Split('/') switch
        {
            ["all"] => new FeedSubject.Everything(),
            ["pickets"] => new FeedSubject.Pickets(),
            [var day] => new FeedSubject.Day(day),
            ["disputes", var dispute] => new FeedSubject.Dispute(dispute),
            ["towns", var town] => new FeedSubject.Town(town),
            ["regions", var region] => new FeedSubject.Region(region),
            ["speakers", var speaker] => new FeedSubject.Speaker(speaker),
            // What stands under a private address is asked for on no shelf.
            ["mine", _] => null,
            [var day, var town] => new FeedSubject.OneRally(day, town),
            _ => null,
        };
    }
}
