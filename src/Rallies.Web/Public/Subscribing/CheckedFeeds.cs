using Microsoft.Extensions.Localization;
using Rallies.Web.Feeds;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Subscribing;

/// <summary>The feeds offered to be checked; any other of the site can be typed.</summary>
internal sealed class CheckedFeeds(FeedShelf shelf, RegionNames names, IStringLocalizer<CheckPage> words)
{
    private static readonly string[] regions = ["england", "northern-ireland", "scotland", "wales"];

    public IReadOnlyList<(string Name, string Path)> List()
    {
        var named = shelf.Book.Names.Where(known => known.Key is FeedSubject.Day or FeedSubject.Dispute);
        return
        [
            (words["everything"], Path("all")),
            .. named
                .OrderBy(known => known.Key is FeedSubject.Dispute)
                .ThenBy(known => known.Value.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(known => (known.Value.Name, Path(known.Key.Path))),
            .. regions.Select(region => (names.Of(region), Path($"regions/{region}"))),
            (words["pickets"], Path("pickets")),
        ];
    }

    private static string Path(string subject) => $"/calendar/{subject}.ics";
}
