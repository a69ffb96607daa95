namespace Rallies.Web.Streams;

/// <summary>Says every fifteen seconds that the streams are alive; that is also when a viewer that takes nothing in is noticed.</summary>
internal sealed class StreamPings(StreamViewers viewers, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan between = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await viewers.PingAsync();
    }
}
