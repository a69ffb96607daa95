using Rallies.Calendars.Checking;
using Rallies.Web.Feeds;

namespace Rallies.Web.Public.Subscribing;

/// <summary>A feed of this site, taken off the shelf as programs get it, and held against the rules.</summary>
internal sealed class FeedCheck(FeedShelf shelf, FeedAssembly assembly)
{
    /// <summary>Null when there is no such feed.</summary>
    public async Task<(CalendarCheck File, IReadOnlyList<DeliveryRule> Delivery)?> CheckAsync(FeedKey key, CancellationToken cancellation)
    {
        if (await shelf.TakeAsync(key, cancellation) is not { } feed)
            return null;
        var file = CalendarCheck.Of(feed.Octets, cancellation: cancellation);
        var delivery = await new FeedDelivery(feed, key.Subject, shelf.Now).CheckAsync();
        return (file, [new DeliveryRule("B8", await IsTheSameAgainAsync(key, feed, cancellation)), .. delivery]);
    }

    private async Task<bool> IsTheSameAgainAsync(FeedKey key, ShelvedFeed feed, CancellationToken cancellation)
    {
        var again = assembly.Make(shelf.Book, key.Subject, key.Query, shelf.Now);
        // A change that came in between is none of the rule's.
        return again?.ETag == feed.ETag || await shelf.TakeAsync(key, cancellation) != feed;
    }
}
