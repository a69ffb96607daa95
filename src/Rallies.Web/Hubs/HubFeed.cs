using Microsoft.AspNetCore.SignalR;
using Rallies.Web.Live;

namespace Rallies.Web.Hubs;

/// <summary>Hands each frame to those who watch over the hub. It waits for nobody: who is too slow is cut off by the hub's own timeout.</summary>
internal sealed partial class HubFeed(FrameMaker frames, IHubContext<LiveHub, ILiveClient> hub, ILogger<HubFeed> logger) : IHostedService
{
    private IDisposable? watching;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching = frames.Watch(step => _ = SendAsync(step));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        watching?.Dispose();
        return Task.CompletedTask;
    }

    private async Task SendAsync(DayFrames step)
    {
        try
        {
            var changed = step.Towns.Select(town => hub.Clients.Group(LiveGroups.Town(step.Day, town)).Counts(step.For(town)));
            var unchanged = step.AllTowns.Except(step.Towns).Select(town => LiveGroups.Town(step.Day, town)).ToList();
            await Task.WhenAll([
                hub.Clients.Group(LiveGroups.Board(step.Day)).Counts(step.Whole),
                hub.Clients.Groups(unchanged).Counts(step.TotalAlone),
                .. changed,
            ]);
        }
        catch (Exception e)
        {
            LogNotSent(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A frame did not reach everybody; they will ask for a snapshot.")]
    private partial void LogNotSent(Exception exception);
}
