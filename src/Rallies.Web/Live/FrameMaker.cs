using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Rallies.Web.Live;

/// <summary>Turns the board's many changes into few frames. The board's writer only leaves word that something changed.</summary>
public sealed class FrameMaker(LiveBoard board, TimeProvider time, ILogger<FrameMaker> logger) : BackgroundService
{
    private readonly Channel<bool> word = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ConcurrentDictionary<string, DayBoard> changed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FramePacer> pacers = new(StringComparer.Ordinal);
    private readonly Watchers<DayFrames> watchers = new(logger);
    private readonly long start = time.GetTimestamp();
    private IDisposable? watching;

    /// <summary>Calls back with each step of each day; whoever is called sends and does not wait.</summary>
    public IDisposable Watch(Action<DayFrames> watcher) => watchers.Add(watcher);

    // Watches before the first visitor can ask for a snapshot, so that no change falls between.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        watching = board.Watch(Note);
        foreach (var day in board.Days)
            pacers.TryAdd(day.Day, new FramePacer(day));
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        watching?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeSpan? due = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(due, stoppingToken);
            due = Tell();
        }
    }

    private void Note(DayBoard day)
    {
        pacers.TryAdd(day.Day, new FramePacer(day)); // a day just announced: nobody can have seen anything older
        changed[day.Day] = day;
        word.Writer.TryWrite(true);
    }

    // The earliest moment at which a frame that had to wait is due.
    private TimeSpan? Tell()
    {
        TimeSpan? earliest = null;
        foreach (var (name, day) in changed)
        {
            var (frames, due) = pacers[name].Next(day, time.GetElapsedTime(start));
            if (due is null)
                changed.TryRemove(KeyValuePair.Create(name, day));
            else if (!(earliest < due))
                earliest = due;
            if (frames is not null)
                watchers.Tell(frames);
        }
        return earliest;
    }

    private async Task WaitAsync(TimeSpan? due, CancellationToken stopping)
    {
        var wait = due is { } at ? at - time.GetElapsedTime(start) : Timeout.InfiniteTimeSpan;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (due is null || wait > TimeSpan.Zero)
            await Task.WhenAny(word.Reader.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(wait, time, waiting.Token));
        await waiting.CancelAsync();
        word.Reader.TryRead(out _);
    }
}
