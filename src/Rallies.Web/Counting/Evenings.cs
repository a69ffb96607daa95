using System.Collections.Concurrent;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Storage.Counting;
using Rallies.Web.Live;
using Rallies.Web.UseCases;

namespace Rallies.Web.Counting;

/// <summary>
/// How each day's total grew, in memory. What was before the start is folded from the logs, after the start and beside it, so that
/// nobody waits for it; from then on the board is watched.
/// </summary>
internal sealed partial class Evenings(LiveBoard board, CountReading reading, Happenings happenings, IClock clock, ILogger<Evenings> logger)
    : BackgroundService
{
    private readonly ConcurrentDictionary<string, Evening> days = new(StringComparer.Ordinal);
    private IDisposable? watching;
    private IDisposable? listening;

    public Evening Of(string day) => days.GetValueOrDefault(day, Evening.Nothing);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        watching = board.Watch(Note);
        listening = happenings.Watch(RecallAsync);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        watching?.Dispose();
        listening?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var id in await reading.DayIdsAsync(stoppingToken))
                if (await reading.DayAsync(id, since: -1, stoppingToken) is { } day)
                    await RecallAsync(day, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotRecalled(e); // the line then begins with this start; every figure is right all the same
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The evenings before this start could not be read.")]
    private partial void LogNotRecalled(Exception exception);

    // Entries were taken out of the logs: what was seen of them goes too.
    private async Task RecallAsync(Happening happening, CancellationToken cancellation)
    {
        if (happening is Happening.Rehearsed { IsOn: false } off && await reading.DayAsync(off.DayId, since: -1, cancellation) is { } day)
            days[day.Slug] = await PastAsync(day, cancellation);
    }

    private async Task RecallAsync(CountedDay day, CancellationToken stopping)
    {
        var past = await PastAsync(day, stopping);
        days.AddOrUpdate(day.Slug, past, (_, seen) => past.Then(seen));
    }

    private async Task<Evening> PastAsync(CountedDay day, CancellationToken stopping)
    {
        var rallies = day.Rallies.Where(r => !r.IsHidden).ToList();
        var ids = rallies.Select(r => r.Id).ToList();
        var (taps, checkIns) = (await reading.TapsAsync(ids, stopping), await reading.CheckInsAsync(ids, stopping));
        return Evening.Of(rallies.Select(r => FigureHistory.Of(taps[r.Id], checkIns[r.Id], r.Hours.ClosedAt)));
    }

    private void Note(DayBoard day)
    {
        var now = clock.GetCurrentInstant();
        days.AddOrUpdate(day.Day, _ => Evening.Nothing.With(now, day.Low, day.High), (_, before) => before.With(now, day.Low, day.High));
    }
}
