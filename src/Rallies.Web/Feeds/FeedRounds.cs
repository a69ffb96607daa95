using NodaTime;
using Rallies.Web.UseCases;

namespace Rallies.Web.Feeds;

/// <summary>Publishes once the site listens and knows its address, then whatever happens, and what time alone changes.</summary>
internal sealed class FeedRounds(
    FeedPublishing publishing,
    Happenings happenings,
    IHostApplicationLifetime lifetime,
    IClock clock,
    ILogger<FeedRounds> logger
) : Round(TimeSpan.FromSeconds(20), logger)
{
    private IDisposable? watching;
    private volatile bool isBehind = true;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        watching = happenings.Watch(HearAsync);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        watching?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource();
        await using (lifetime.ApplicationStarted.Register(listening.SetResult))
            await listening.Task.WaitAsync(stoppingToken);
        await base.ExecuteAsync(stoppingToken);
    }

    protected override async Task GoAsync(CancellationToken cancellation)
    {
        if (!isBehind && (publishing.ChangesAt is not { } changes || clock.GetCurrentInstant() < changes))
            return;
        isBehind = false;
        await PublishAsync(null, cancellation);
    }

    // It is awaited: whoever has changed something finds it in the feeds.
    private Task HearAsync(Happening happening, CancellationToken cancellation) =>
        happening is Happening.PledgesChanged or Happening.SpeakersCued or Happening.Announced or Happening.Rehearsed
            ? Task.CompletedTask
            : PublishAsync(happening, cancellation);

    private async Task PublishAsync(Happening? happening, CancellationToken cancellation)
    {
        try
        {
            await publishing.PublishAsync(happening, cancellation);
        }
        catch
        {
            isBehind = true; // the next round looks at everything
            throw;
        }
    }
}
