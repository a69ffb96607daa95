using Microsoft.AspNetCore.SignalR;
using Rallies.Web.Announcing;
using Rallies.Web.Live;
using Rallies.Web.Stage;

namespace Rallies.Web.Hubs;

/// <summary>Says who is on to those who watch that rally, and announcements to those who watch it or the whole day.</summary>
internal sealed partial class SpokenFeed(
    Stages stages,
    Announcements announcements,
    LiveBoard board,
    IHubContext<LiveHub, ILiveClient> hub,
    ILogger<SpokenFeed> logger
) : IHostedService
{
    private readonly List<IDisposable> watching = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching.Add(stages.Watch(s => _ = SendAsync(hub.Clients.Group(LiveGroups.Town(s.Day, s.Town)).Speaking(s))));
        watching.Add(announcements.Watch(a => _ = SendAsync(hub.Clients.Groups(Hearing(a)).Announcement(a))));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        watching.ForEach(w => w.Dispose());
        return Task.CompletedTask;
    }

    private List<string> Hearing(Announcement said) =>
        said.Town is { } town
            ? [LiveGroups.Board(said.Day), LiveGroups.Town(said.Day, town)]
            : [LiveGroups.Board(said.Day), .. board.Find(said.Day)?.Rows.Keys.Select(t => LiveGroups.Town(said.Day, t)) ?? []];

    private async Task SendAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (Exception e)
        {
            LogNotSent(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something said did not reach everybody; they hear it when they come back.")]
    private partial void LogNotSent(Exception exception);
}
