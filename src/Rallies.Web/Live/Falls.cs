using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Live;

/// <summary>Why each day's total fell: before the start as the logs tell it, since then as the board was seen to change.</summary>
internal sealed class Falls(LiveBoard board, IClock clock) : IHostedService, IDisposable
{
    private const int Kept = 5;
    private readonly ConcurrentDictionary<string, DayBoard> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableList<Fall>> falls = new(StringComparer.Ordinal);
    private IDisposable? watching;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Fall> Of(string day) => falls.GetValueOrDefault(day, []);

    /// <summary>Puts what the logs tell of before the start behind what was seen since.</summary>
    public void Recall(string day, IEnumerable<Fall> told)
    {
        var past = Newest(told);
        falls.AddOrUpdate(day, past, (_, seen) => Newest([.. seen, .. past]));
    }

    /// <summary>Forgets what was seen: entries were taken out of the logs, and they alone tell what is left.</summary>
    public void Replace(string day, IEnumerable<Fall> told) => falls[day] = Newest(told);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching = board.Watch(Note);
        foreach (var day in board.Days)
            seen.TryAdd(day.Day, day);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => watching?.Dispose();

    // On the writer's thread, one day after the other.
    private void Note(DayBoard day)
    {
        if (seen.TryGetValue(day.Day, out var before))
        {
            var now = clock.GetCurrentInstant();
            var fallen =
                from row in day.Latest
                let then = before.Rows.GetValueOrDefault(row.Town)
                where then is not null && !ReferenceEquals(then, row) && Fall.Is(then, row)
                select new Fall(then, row, now);
            foreach (var fall in fallen)
                falls.AddOrUpdate(day.Day, _ => [fall], (_, old) => [fall, .. old.Take(Kept - 1)]);
        }
        seen[day.Day] = day;
    }

    // What was seen in the minute of the start stands in the log as well.
    private static ImmutableList<Fall> Newest(IEnumerable<Fall> falls) =>
        [
            .. falls
                .OrderByDescending(f => f.At)
                .DistinctBy(f => (f.Now.Town, FigureHistory.MinuteOf(f.At), f.Now.Headcount.Low, f.Now.Headcount.High))
                .Take(Kept),
        ];
}
