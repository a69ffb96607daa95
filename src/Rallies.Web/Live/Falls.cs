using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;

namespace Rallies.Web.Live;

/// <summary>Why each day's total fell, as the board was seen to change since the start.</summary>
internal sealed class Falls(LiveBoard board, IClock clock) : IHostedService, IDisposable
{
    private const int Kept = 5;
    private readonly ConcurrentDictionary<string, DayBoard> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableList<Fall>> falls = new(StringComparer.Ordinal);
    private IDisposable? watching;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Fall> Of(string day) => falls.GetValueOrDefault(day, []);

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
}
