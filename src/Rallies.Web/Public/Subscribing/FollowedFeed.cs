using Rallies.Web.Feeds;

namespace Rallies.Web.Public.Subscribing;

/// <summary>The address of a feed in every form that calendar programs take.</summary>
/// <param name="Name">What programs that ask for a name shall call it.</param>
/// <param name="Origin">The site's public address.</param>
public sealed record FollowedFeed(string Name, Uri Origin, FeedSubject Subject, FeedQuery Query)
{
    public string Address => AddressOf(Query);

    /// <summary>For Apple's and most desktop programs. Not webcals:, which iOS ignores (nextcloud/calendar#2197).</summary>
    public string Webcal => WebcalOf(Query);

    /// <summary>
    /// Google takes webcal: inside its own address; with https: errors are reported (calagator/calagator#556). It puts cancelled events
    /// out of sight (shift-org/shift-docs#730), and so gets them as notices.
    /// </summary>
    public string Google => $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(WebcalOf(Query.AsNotice()))}";

    public string OutlookCom => Outlook("outlook.live.com");
    public string Microsoft365 => Outlook("outlook.office.com");

    /// <summary>On this site.</summary>
    public string Download => Addresses.ForFeed(Subject.Path) + Query.AsDownload().Text;

    private string Outlook(string host) =>
        $"https://{host}/calendar/0/addfromweb?url={Uri.EscapeDataString(Address)}&name={Uri.EscapeDataString(Name)}";

    private string WebcalOf(FeedQuery query) => "webcal" + AddressOf(query)[Origin.Scheme.Length..];

    private string AddressOf(FeedQuery query) => new Uri(Origin, Addresses.ForFeed(Subject.Path) + query.Text).AbsoluteUri;
}
