using System.Collections.Concurrent;

namespace Rallies.Web.Live;

/// <summary>
/// The figures of every day, in memory, as everybody sees them. It is told what was committed and never writes; hub, pages, feeds
/// and console read from it.
/// </summary>
public sealed class LiveBoard(ILogger<LiveBoard> logger)
{
    private readonly ConcurrentDictionary<string, DayBoard> days = new(StringComparer.Ordinal);
    private readonly Watchers<Action<DayBoard>> watchers = new(logger);

    public IReadOnlyCollection<DayBoard> Days => [.. days.Values];

    public DayBoard? Find(string day) => days.GetValueOrDefault(day);

    /// <summary>Calls back, on the writer's thread and briefly, with each new state of a day.</summary>
    public IDisposable Watch(Action<DayBoard> watcher) => watchers.Add(watcher);

    /// <summary>One caller at a time, in the order of versions.</summary>
    internal void Apply(BoardChange change)
    {
        var board = days.AddOrUpdate(change.Day, day => new DayBoard(day, change.Version, change.Rows), (_, old) => old.With(change));
        watchers.Tell(watcher => watcher(board));
    }
}
