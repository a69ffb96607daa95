using System.Collections.Concurrent;
using NodaTime;
using Rallies.Web.Live;
using Rallies.Web.UseCases;

namespace Rallies.Web.Stage;

/// <summary>
/// Who is on and who comes next at every rally that is near in time, in memory; tells when that changes, be it that a chair said so
/// or that the hour has come.
/// </summary>
internal sealed partial class Stages(StageReading reading, Happenings happenings, IClock clock, TimeProvider time, ILogger<Stages> logger)
    : BackgroundService
{
    // Sooner than what was not read yet has anything to say.
    private static readonly Duration readEvery = Duration.FromHours(1);
    private readonly ConcurrentDictionary<(string Day, string Town), Staged> rallies = new();
    private readonly Watchers<Action<Speaking>> watchers = new(logger);
    private readonly SemaphoreSlim turn = new(1);
    private IDisposable? watching;
    private Instant readAt;

    /// <summary>Calls back with each change; whoever is called sends and does not wait.</summary>
    public IDisposable Watch(Action<Speaking> watcher) => watchers.Add(watcher);

    /// <summary>Null while there is nothing to say of it.</summary>
    public Speaking? Of(string day, string town) =>
        rallies.TryGetValue((day, town), out var staged) ? staged.Rally.Say(clock.GetCurrentInstant()) : null;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        watching = happenings.Watch(HearAsync);
        await InTurnAsync(ReadAllAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        watching?.Dispose();
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await everySecond.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await InTurnAsync(TickAsync, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRead(e);
            }
        }
    }

    private Task HearAsync(Happening happening, CancellationToken cancellation) =>
        happening switch
        {
            Happening.SpeakersCued(_, var id) => InTurnAsync(c => ReadAsync(id, c), cancellation),
            Happening.RallyChanged(_, var id) => InTurnAsync(c => ReadAsync(id, c), cancellation),
            Happening.DayChanged(var id) => InTurnAsync(c => ReadDayAsync(id, c), cancellation),
            _ => Task.CompletedTask,
        };

    // One after the other, so that nobody hears the older after the newer.
    private async Task InTurnAsync(Func<CancellationToken, Task> act, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await act(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TickAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (now - readAt >= readEvery)
            await ReadAllAsync(cancellation);
        foreach (var staged in rallies.Values.Where(s => s.Due <= now))
            Show(staged.Rally, now);
    }

    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        Take(await reading.NearAsync(cancellation), _ => true);
        readAt = now;
    }

    private async Task ReadDayAsync(int dayId, CancellationToken cancellation)
    {
        var (day, read) = await reading.OfDayAsync(dayId, cancellation);
        Take(read, s => s.Rally.Day == day);
    }

    private async Task ReadAsync(int rallyId, CancellationToken cancellation)
    {
        var read = await reading.OfRallyAsync(rallyId, cancellation);
        Take(read is null ? [] : [read], s => s.Rally.Id == rallyId);
    }

    /// <param name="isMeant">Of those known, which are no more when they are not among the read.</param>
    private void Take(IReadOnlyList<StagedRally> read, Func<Staged, bool> isMeant)
    {
        var now = clock.GetCurrentInstant();
        var ids = read.Select(r => r.Id).ToHashSet();
        foreach (var gone in rallies.Values.Where(s => isMeant(s) && !ids.Contains(s.Rally.Id)))
        {
            rallies.TryRemove((gone.Rally.Day, gone.Rally.Town), out _);
            if (gone.Last is { Now: not null } or { Next: not null })
                watchers.Tell(watcher => watcher(Silence(gone.Rally)));
        }
        foreach (var rally in read)
            Show(rally, now);
    }

    private void Show(StagedRally rally, Instant now)
    {
        var last = rallies.TryGetValue((rally.Day, rally.Town), out var known) ? known.Last : null;
        var said = rally.Say(now);
        rallies[(rally.Day, rally.Town)] = new(rally, said, rally.Changes(now));
        if (said != last)
            watchers.Tell(watcher => watcher(said ?? Silence(rally)));
    }

    private static Speaking Silence(StagedRally rally) => new(rally.Day, rally.Town, null, null, 0);

    [LoggerMessage(Level = LogLevel.Error, Message = "The running orders could not be read; the next second tries again.")]
    private partial void LogNotRead(Exception exception);

    /// <param name="Last">What everybody was told of it.</param>
    /// <param name="Due">When there is something else to say.</param>
    private sealed record Staged(StagedRally Rally, Speaking? Last, Instant? Due);
}
