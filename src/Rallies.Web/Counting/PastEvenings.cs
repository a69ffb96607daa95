using Rallies.Domain.Counting;
using Rallies.Storage.Counting;
using Rallies.Web.Live;
using Rallies.Web.UseCases;

namespace Rallies.Web.Counting;

/// <summary>
/// Folds from the logs how each day's total grew, and why it fell: after the start and beside it, so that nobody waits for it, and again
/// where entries were taken out of them.
/// </summary>
internal sealed partial class PastEvenings(
    CountReading reading,
    Evenings evenings,
    Falls falls,
    Happenings happenings,
    ILogger<PastEvenings> logger
) : BackgroundService
{
    private readonly SemaphoreSlim one = new(1); // a log read before entries were taken out must not be told after
    private IDisposable? listening;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listening = happenings.Watch(ForgetAsync);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        listening?.Dispose();
        one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var id in await reading.DayIdsAsync(stoppingToken))
                await OneAtATimeAsync(id, Recall, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotRecalled(e); // the line then begins with this start; every figure is right all the same
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The evenings before this start could not be read.")]
    private partial void LogNotRecalled(Exception exception);

    private Task ForgetAsync(Happening happening, CancellationToken cancellation) =>
        happening is Happening.Rehearsed { IsOn: false } off ? OneAtATimeAsync(off.DayId, Replace, cancellation) : Task.CompletedTask;

    private async Task OneAtATimeAsync(int dayId, Action<Past> tell, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (await PastAsync(dayId, cancellation) is { } past)
                tell(past);
        }
        finally
        {
            one.Release();
        }
    }

    private void Recall(Past past)
    {
        evenings.Recall(past.Day, past.Evening);
        falls.Recall(past.Day, past.Falls);
    }

    private void Replace(Past past)
    {
        evenings.Replace(past.Day, past.Evening);
        falls.Replace(past.Day, past.Falls);
    }

    private async Task<Past?> PastAsync(int dayId, CancellationToken cancellation)
    {
        if (await reading.DayAsync(dayId, since: -1, cancellation) is not { } day)
            return null;
        var rallies = day.Rallies.Where(r => !r.IsHidden).ToList();
        var ids = rallies.Select(r => r.Id).ToList();
        var (taps, checkIns) = (await reading.TapsAsync(ids, cancellation), await reading.CheckInsAsync(ids, cancellation));
        var histories = rallies
            .Select(r => (Rally: r, Steps: FigureHistory.Of(taps[r.Id], checkIns[r.Id], r.Hours.ClosedAt).ToList()))
            .ToList();
        return new(day.Slug, Evening.Of(histories.Select(h => h.Steps)), [.. histories.SelectMany(h => Fall.Of(h.Rally, h.Steps))]);
    }

    private sealed record Past(string Day, Evening Evening, IReadOnlyList<Fall> Falls);
}
