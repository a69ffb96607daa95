using NodaTime;
using Rallies.Web.Live;
using Rallies.Web.UseCases;
using Announcement = Rallies.Domain.Announcements.Announcement;

namespace Rallies.Web.Announcing;

/// <summary>What is announced now, in memory, so that whoever comes late reads it at once; tells what is new and what was taken back.</summary>
internal sealed class Announcements(AnnouncementReading reading, Happenings happenings, IClock clock, ILogger<Announcements> logger)
    : IHostedService,
        IDisposable
{
    private const int OnBoard = 5;
    private readonly Watchers<Action<Live.Announcement>> watchers = new(logger);
    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock saying = new();
    private volatile IReadOnlyList<SaidToAll> said = [];
    private IDisposable? watching;

    /// <summary>Calls back with each announcement; whoever is called sends and does not wait.</summary>
    public IDisposable Watch(Action<Live.Announcement> watcher) => watchers.Add(watcher);

    /// <summary>The newest first.</summary>
    /// <param name="town">A rally's slug: what it said, and what was said to all; null: everything of the day.</param>
    public IReadOnlyList<SaidToAll> Shown(string day, string? town)
    {
        var oldest = clock.GetCurrentInstant() - Announcement.ShownFor;
        return [.. said.Where(s => s.Day == day && s.At > oldest && (town is null || s.Town is null || s.Town == town))];
    }

    /// <summary>
    /// Lets somebody join, with what stands, the newest last; of a whole day the five newest, as a board shows no more. Nothing is said
    /// meanwhile, so each sentence is heard once: as one that stands, or as one that is said.
    /// </summary>
    /// <param name="join">Called under a lock: begins to send and waits for nothing.</param>
    public void Join(string day, string? town, Action<IReadOnlyList<Live.Announcement>> join)
    {
        lock (saying)
            join([.. Shown(day, town).Take(town is null ? OnBoard : int.MaxValue).Reverse().Select(s => s.ToAnnouncement())]);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        watching = happenings.Watch(HearAsync);
        said = await reading.ReadAsync(null, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        watching?.Dispose();
        turn.Dispose();
    }

    // A rally that was hidden takes along what it said.
    private Task HearAsync(Happening happening, CancellationToken cancellation) =>
        happening switch
        {
            Happening.Announced(var day) => RereadAsync(day, cancellation),
            Happening.RallyChanged(var day, _) => RereadAsync(day, cancellation),
            _ => Task.CompletedTask,
        };

    private async Task RereadAsync(int dayId, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (await reading.DayAsync(dayId, cancellation) is not { } day)
                return;
            var (before, now) = (Shown(day, null), await reading.ReadAsync(dayId, cancellation));
            lock (saying) // with those who join; watchers send and do not wait
            {
                said = [.. now, .. said.Where(s => s.Day != day)];
                foreach (var gone in before.ExceptBy(now.Select(s => s.Id), s => s.Id))
                    watchers.Tell(watcher => watcher(gone.TakenBack()));
                foreach (var made in now.ExceptBy(before.Select(s => s.Id), s => s.Id).Reverse())
                    watchers.Tell(watcher => watcher(made.ToAnnouncement()));
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
