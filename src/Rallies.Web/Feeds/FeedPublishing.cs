using NodaTime;
using Rallies.Web.UseCases;

namespace Rallies.Web.Feeds;

/// <summary>
/// Brings the book up to date after a change: reads what was touched, has what calendars are told remembered, makes each event's octets
/// once, and names the feeds that are another now. One at a time.
/// </summary>
public sealed class FeedPublishing(OccurrenceReading reading, TellCalendars telling, FeedShelf shelf, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private bool isFilled;

    /// <summary>When time alone makes another event of one in the book; null when it never does.</summary>
    public Instant? ChangesAt => shelf.Book.ChangesAt;

    /// <param name="happening">Null to look at everything.</param>
    public async Task PublishAsync(Happening? happening, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (happening is not null && !isFilled)
                return; // the first look at everything will find it
            var (looked, found, names) = await reading.ReadAsync(happening, cancellation);
            var entries = await telling.TellAsync(
                [.. found.Select(o => new Telling(o.Id, o.Occasion, o.CreatedAt, o.IsShown, (e, now) => ListedEvent.WordsOf(o, e, now)))],
                cancellation
            );
            var now = clock.GetCurrentInstant();
            var book = shelf.Book;
            var events = book.Events.ToBuilder();
            foreach (var occurrence in found)
                events[occurrence.Id] = new ListedEvent(occurrence, entries.GetValueOrDefault(occurrence.Id), now);
            var ids = found.Select(o => o.Id).ToHashSet();
            var gone = book.Events.Where(e => e.Value.IsShown && looked(e.Value.Belongs) && !ids.Contains(e.Key)).Select(e => e.Key);
            foreach (var (id, entry) in await telling.LeaveAsync([.. gone], cancellation))
                events[id] = book.Events[id].Gone(entry.LeftAt!.Value);
            shelf.Put(
                new FeedBook
                {
                    Events = events.ToImmutable(),
                    Names = names,
                    LostAt = happening is null ? await telling.RetainAsync(ids, cancellation) ?? book.LostAt : book.LostAt,
                    ChangesAt = events.Values.Min(e => e.ChangesAt),
                }
            );
            isFilled = true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
