using NodaTime;
using Rallies.Domain.Publishing;
using Rallies.Web.UseCases;

namespace Rallies.Web.Feeds;

/// <summary>
/// Brings the book up to date after a change: reads what was touched, has what calendars are told remembered, makes each event's octets
/// once, and names the feeds that are another now. One at a time.
/// </summary>
public sealed partial class FeedPublishing(
    OccurrenceReading reading,
    TellCalendars telling,
    FeedShelf shelf,
    IClock clock,
    ILogger<FeedPublishing> logger
) : IDisposable
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
            shelf.Put(await NextBookAsync(shelf.Book, happening, clock.GetCurrentInstant(), cancellation));
            isFilled = true;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<FeedBook> NextBookAsync(FeedBook book, Happening? happening, Instant now, CancellationToken cancellation)
    {
        var (looked, found, names, merged) = await reading.ReadAsync(happening, now, cancellation);
        var entries = await telling.TellAsync(
            [.. found.Select(o => new Telling(o.Id, o.Occasion, o.CreatedAt, o.IsShown, o.IsSettled, entry => Words(o, entry, now)))],
            now,
            cancellation
        );
        var events = book.Events.ToBuilder();
        var lostAt = book.LostAt;
        foreach (var occurrence in found)
        {
            // A speech that passes to another speaker leaves no trace in the feed that it leaves but this.
            if (book.Events.TryGetValue(occurrence.Id, out var was) && was.Belongs.Speaker != occurrence.Belongs.Speaker)
                lostAt = now;
            events[occurrence.Id] = new ListedEvent(occurrence, entries.GetValueOrDefault(occurrence.Id), now);
        }
        var ids = found.Select(o => o.Id).ToHashSet();
        List<Guid> gone =
        [
            .. book.Events.Where(e => e.Value.IsShown && looked(e.Value.Belongs) && !ids.Contains(e.Key)).Select(e => e.Key),
        ];
        if (gone.Count > 0)
            foreach (var (id, entry) in await telling.LeaveAsync(gone, now, cancellation))
                events[id] = book.Events[id].Gone(entry.LeftAt!.Value);
        if (happening is null && await telling.RetainAsync(ids, now, cancellation) is { } left)
            lostAt = Instant.Max(lostAt, left);
        return new FeedBook
        {
            Events = events.ToImmutable(),
            Names = names,
            Merged = merged,
            LostAt = lostAt,
            ChangesAt = events.Values.Min(e => e.ChangesAt),
        };
    }

    // One event that cannot be written must not keep all others from being published.
    private byte[]? Words(Occurrence occurrence, CalendarEntry entry, Instant now)
    {
        try
        {
            return ListedEvent.WordsOf(occurrence, entry, now);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            LogUnwritable(occurrence.Id, e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The event {Id} cannot be written and is left out of the calendars.")]
    private partial void LogUnwritable(Guid id, Exception exception);
}
