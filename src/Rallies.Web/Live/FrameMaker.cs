using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Rallies.Web.Live;

/// <summary>
/// Turns the board's many changes into few frames: the next is made only when the last has been handed to everybody on the stream, and
/// half as often when that took too long. The board's writer only leaves word that something changed.
/// </summary>
public sealed class FrameMaker(LiveBoard board, TimeProvider time, ILogger<FrameMaker> logger) : BackgroundService
{
    private readonly Channel<bool> word = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ConcurrentDictionary<string, FramePacer> pacers = new(StringComparer.Ordinal);
    private readonly Watchers<Func<DayFrames, Task>> watchers = new(logger);
    private readonly FrameRate rate = new();
    private readonly long start = time.GetTimestamp();
    private IDisposable? watching;

    /// <summary>A day as whoever begins to watch it now is to see it, so that the frames to come carry on from there; null for an unknown one.</summary>
    public DayBoard? Find(string day) =>
        board.Find(day) is { } now ? pacers.GetValueOrDefault(day)?.Shown(now, time.GetElapsedTime(start)) ?? now : null;

    /// <summary>Calls back with each step of each day; the next is made when whoever is called has handed this one out.</summary>
    public IDisposable Watch(Func<DayFrames, Task> watcher) => watchers.Add(watcher);

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
            due = await TellAsync();
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
    private async Task<TimeSpan?> TellAsync()
    {
        TimeSpan? earliest = null;
        var (began, isNews) = (time.GetElapsedTime(start), false);
        foreach (var pacer in pacers.Values)
        {
            var (frames, due) = pacer.Next(time.GetElapsedTime(start), rate.Between);
            if (!(earliest < due))
                earliest = due ?? earliest;
            if (frames is null)
                continue;
            isNews = true;
            await watchers.TellAsync(watcher => watcher(frames));
        }
        if (isNews)
            rate.Note(time.GetElapsedTime(start) - began);
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
