using System.Collections.Concurrent;
using NodaTime;
using Rallies.Web.UseCases;

namespace Rallies.Web.Feeds;

/// <summary>
/// Keeps every feed somebody asked for ready to be sent. A change empties the shelf, a boundary of time takes one feed off it; the next
/// request makes it anew, once, however many ask at the same moment. Unknown subjects are not kept.
/// </summary>
public sealed class FeedShelf : IDisposable
{
    private const int Most = 2_000;
    private readonly ConcurrentDictionary<(FeedSubject, string), Lazy<Task<ShelvedFeed?>>> feeds = new();
    private readonly FeedContents contents;
    private readonly IClock clock;
    private readonly IDisposable watching;

    public FeedShelf(FeedContents contents, IClock clock, Happenings happenings)
    {
        (this.contents, this.clock) = (contents, clock);
        watching = happenings.Watch(
            (happening, _) =>
            {
                if (happening is not Happening.PledgesChanged)
                    feeds.Clear();
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Null when there is no such subject.</summary>
    public async Task<ShelvedFeed?> TakeAsync(FeedSubject subject, FeedQuery query)
    {
        var key = (subject, query.Key);
        while (true)
        {
            if (feeds.Count > Most)
                feeds.Clear();
            var made = feeds.GetOrAdd(
                key,
                _ => new Lazy<Task<ShelvedFeed?>>(() =>
                    contents.MakeAsync(subject, query, clock.GetCurrentInstant(), CancellationToken.None)
                )
            );
            try
            {
                var feed = await made.Value;
                if (feed is not null && (feed.ChangesAt is not { } changes || clock.GetCurrentInstant() < changes))
                    return feed;
                feeds.TryRemove(KeyValuePair.Create(key, made));
                if (feed is null)
                    return null;
            }
            catch
            {
                feeds.TryRemove(KeyValuePair.Create(key, made));
                throw;
            }
        }
    }

    public void Dispose() => watching.Dispose();
}
