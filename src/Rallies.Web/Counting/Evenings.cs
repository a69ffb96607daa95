using System.Collections.Concurrent;
using NodaTime;
using Rallies.Web.Live;

namespace Rallies.Web.Counting;

/// <summary>How each day's total grew, in memory: before the start as the logs tell it, since then as the board was seen to change.</summary>
internal sealed class Evenings(LiveBoard board, IClock clock) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, Evening> days = new(StringComparer.Ordinal);
    private IDisposable? watching;

    public Evening Of(string day) => days.GetValueOrDefault(day, Evening.Nothing);

    /// <summary>Puts what the logs tell before what was seen.</summary>
    public void Recall(string day, Evening past) => days.AddOrUpdate(day, past, (_, seen) => past.Then(seen));

    /// <summary>Forgets what was seen: entries were taken out of the logs, and they alone tell what is left.</summary>
    public void Replace(string day, Evening past) => days[day] = past;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching = board.Watch(Note);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => watching?.Dispose();

    private void Note(DayBoard day)
    {
        var now = clock.GetCurrentInstant();
        days.AddOrUpdate(day.Day, _ => Evening.Nothing.With(now, day.Sources), (_, before) => before.With(now, day.Sources));
    }
}
