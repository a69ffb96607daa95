using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Rallies.Web.Live;

/// <summary>
/// Turns the board's many changes into few frames, and hands each out itself: the next is made only when the last has been handed to
/// everybody, and half as often when that took too long. The board's writer only leaves word that something changed.
/// </summary>
public sealed class FrameMaker(LiveBoard board, TimeProvider time, ILogger<FrameMaker> logger) : BackgroundService
{
    private readonly Channel<bool> word = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ConcurrentDictionary<string, FramePacer> pacers = new(StringComparer.Ordinal);
    private readonly Watchers<DayFrames> watchers = new(logger);
    private readonly long start = time.GetTimestamp();
    private TimeSpan between = FramePacer.BetweenFrames;
    private IDisposable? watching;

    /// <summary>A day as whoever begins to watch it now is to see it, so that the frames to come carry on from there; null for an unknown one.</summary>
    public DayBoard? Find(string day) =>
        board.Find(day) is { } now ? pacers.GetValueOrDefault(day)?.Shown(now, time.GetElapsedTime(start)) ?? now : null;

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
        if (pacers.TryGetValue(day.Day, out var pacer))
            pacer.Note(day);
        else
            pacers.TryAdd(day.Day, new FramePacer(day)); // just announced: nobody can have seen anything older
        word.Writer.TryWrite(true);
    }

    // The earliest moment at which a frame that had to wait is due.
    private TimeSpan? Tell()
    {
        TimeSpan? earliest = null;
        foreach (var pacer in pacers.Values)
        {
            var began = time.GetElapsedTime(start);
            var (frames, due) = pacer.Next(began, between);
            if (!(earliest < due))
                earliest = due ?? earliest;
            if (frames is null)
                continue;
            watchers.Tell(frames);
            between = Ease(time.GetElapsedTime(start) - began);
        }
        return earliest;
    }

    private TimeSpan Ease(TimeSpan took) =>
        took > FramePacer.BetweenFrames ? FramePacer.BetweenFrames * 2
        : took < FramePacer.BetweenFrames / 2 ? FramePacer.BetweenFrames
        : between;

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
