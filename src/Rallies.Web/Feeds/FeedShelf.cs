using System.Collections.Concurrent;
using System.Threading.Channels;
using NodaTime;

namespace Rallies.Web.Feeds;

/// <summary>
/// Keeps the feeds people ask for ready to be sent, the least used leaving first when there is no more room. A change takes off only
/// the feeds that hold what has changed, a boundary of time only its own; they are made anew in the background, or by the first who asks.
/// </summary>
public sealed class FeedShelf(FeedAssembly assembly, IClock clock)
{
    /// <summary>What is kept of all feeds together.</summary>
    public const long MostOctets = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<FeedKey, Lazy<Standing>> feeds = new();
    private readonly Channel<FeedKey> wanted = Channel.CreateBounded<FeedKey>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly TaskCompletionSource filled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedBook book = FeedBook.Empty;
    private long uses;

    public FeedBook Book => Volatile.Read(ref book);

    /// <summary>The book as soon as there is one: at a start it takes a moment.</summary>
    public async Task<FeedBook> FilledBookAsync(CancellationToken cancellation)
    {
        await filled.Task.WaitAsync(cancellation);
        return Book;
    }

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Feeds that somebody asked for and that are no longer here, so that they can be made before somebody asks again.</summary>
    public ChannelReader<FeedKey> Wanted => wanted.Reader;

    /// <summary>A newer book; the first lets those in who are waiting for one.</summary>
    public void Put(FeedBook next)
    {
        var before = Book;
        var touched = Differences(before, next).ToList();
        Interlocked.Exchange(ref book, next); // before any feed is looked at: a volatile write might come after
        foreach (var (key, made) in feeds)
            if (IsTouched(key.Subject))
                TakeOff(key, made);
        filled.TrySetResult();

        bool IsTouched(FeedSubject subject) =>
            (before.LostAt != next.LostAt && subject is FeedSubject.Speaker)
            || before.Names.GetValueOrDefault(subject) != next.Names.GetValueOrDefault(subject)
            || touched.Exists(new(next.Holding(subject)));
    }

    /// <summary>What stands here ready to be sent; null for what would have to be made first.</summary>
    public ShelvedFeed? Find(FeedKey key)
    {
        if (
            !feeds.TryGetValue(key, out var made)
            || made is not { IsValueCreated: true, Value: { Feed: { } feed } standing }
            || (feed.ChangesAt is { } changes && Now >= changes)
        )
            return null;
        standing.UsedAt = Interlocked.Increment(ref uses);
        return feed;
    }

    /// <summary>Null when there is no such subject.</summary>
    public ValueTask<ShelvedFeed?> TakeAsync(FeedKey key, CancellationToken cancellation) =>
        filled.Task.IsCompletedSuccessfully
            ? ValueTask.FromResult(Take(key, Interlocked.Increment(ref uses)))
            : WaitAsync(key, cancellation);

    /// <summary>Has it made unless it is here; that is no use of it.</summary>
    public void Prepare(FeedKey key) => Take(key, 0);

    private async ValueTask<ShelvedFeed?> WaitAsync(FeedKey key, CancellationToken cancellation)
    {
        await filled.Task.WaitAsync(cancellation);
        return Take(key, Interlocked.Increment(ref uses));
    }

    private ShelvedFeed? Take(FeedKey key, long use)
    {
        while (true)
        {
            // It stands here before it is made: a book put meanwhile takes it off again.
            var made = feeds.GetOrAdd(key, k => new Lazy<Standing>(() => Make(k)));
            Standing standing;
            try
            {
                standing = made.Value;
            }
            catch
            {
                feeds.TryRemove(KeyValuePair.Create(key, made)); // it would keep its failure
                throw;
            }
            standing.UsedAt = Math.Max(standing.UsedAt, use);
            if (standing.Feed is not { } feed)
            {
                feeds.TryRemove(KeyValuePair.Create(key, made));
                return null;
            }
            if (feed.ChangesAt is not { } changes || Now < changes)
                return feed;
            TakeOff(key, made);
        }
    }

    private Standing Make(FeedKey key)
    {
        var made = feeds.Where(f => f.Value.IsValueCreated).Select(f => (f.Key, f.Value, Standing: f.Value.Value)).ToList();
        var octets = made.Sum(m => m.Standing.Octets);
        if (octets > MostOctets)
            foreach (var old in made.OrderBy(m => m.Standing.UsedAt).TakeWhile(_ => octets > MostOctets / 2))
            {
                feeds.TryRemove(KeyValuePair.Create(old.Key, old.Value));
                octets -= old.Standing.Octets;
            }
        return new Standing(assembly.Make(Book, key.Subject, key.Query, Now));
    }

    private void TakeOff(FeedKey key, Lazy<Standing> made)
    {
        if (feeds.TryRemove(KeyValuePair.Create(key, made)) && made is { IsValueCreated: true, Value.UsedAt: > 0 })
            wanted.Writer.TryWrite(key);
    }

    private static IEnumerable<Belonging> Differences(FeedBook before, FeedBook next)
    {
        foreach (var (id, @event) in next.Events)
        {
            var was = before.Events.GetValueOrDefault(id);
            if (ReferenceEquals(was, @event) || @event.IsLike(was))
                continue;
            yield return @event.Belongs;
            if (was is not null)
                yield return was.Belongs;
        }
    }

    private sealed class Standing(ShelvedFeed? feed)
    {
        public ShelvedFeed? Feed { get; } = feed;
        public long Octets { get; } = feed?.Size ?? 0;

        /// <summary>Rises with every request; 0 when there was none.</summary>
        public long UsedAt { get; set; }
    }
}
