using Microsoft.AspNetCore.SignalR;
using Rallies.Web.Live;
using Rallies.Web.Metrics;
using Rallies.Web.Streams;

namespace Rallies.Web.Hubs;

/// <summary>
/// Says to everybody who watches what there is to say, over hub and stream: each message is written once for all of a kind. It waits
/// for nobody; who is too slow is cut off by the hub's own timeout, or by the stream's patience.
/// </summary>
internal sealed partial class Broadcast(
    FrameMaker frames,
    IHubContext<LiveHub, ILiveClient> hub,
    StreamViewers streams,
    RecentFrames recent,
    SiteMeter meter,
    ILogger<Broadcast> logger
) : IHostedService
{
    private IDisposable? watching;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching = frames.Watch(Say);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        watching?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>To the day's boards, and to the pages of the town.</summary>
    public void Say(Announcement announcement)
    {
        var groups = GroupsOf(announcement.Day, announcement.Town);
        Stream(groups, nameof(ILiveClient.Announcement), announcement);
        _ = SentAsync(() => hub.Clients.Groups(groups).Announcement(announcement));
    }

    /// <inheritdoc cref="Say(Announcement)"/>
    public void Say(Speaking speaking)
    {
        var groups = GroupsOf(speaking.Day, speaking.Town);
        Stream(groups, nameof(ILiveClient.Speaking), speaking);
        _ = SentAsync(() => hub.Clients.Groups(groups).Speaking(speaking));
    }

    private void Say(DayFrames step)
    {
        if (step.Whole is { } frame)
        {
            var group = LiveGroups.Board(step.Day);
            recent.Add(frame);
            meter.Frames.Add(1);
            streams.Send(group, () => frame.Event);
            _ = SentAsync(() => hub.Clients.Group(group).Counts(frame));
        }
        if (step.Towns is { } towns)
        {
            foreach (var town in towns.All)
                streams.Send(LiveGroups.Town(step.Day, town), () => towns.For(town).Event);
            _ = SentAsync(() => ToTownsAsync(step.Day, towns));
        }
    }

    private Task ToTownsAsync(string day, TownFrames towns)
    {
        var unchanged = towns.All.Except(towns.Changed).Select(town => LiveGroups.Town(day, town)).ToList();
        return Task.WhenAll([
            hub.Clients.Groups(unchanged).Counts(towns.TotalAlone),
            .. towns.Changed.Select(town => hub.Clients.Group(LiveGroups.Town(day, town)).Counts(towns.For(town))),
        ]);
    }

    private void Stream<T>(IEnumerable<string> groups, string name, T message)
    {
        var bytes = new Lazy<ReadOnlyMemory<byte>>(() => StreamEvent.Of(name, message));
        foreach (var group in groups)
            streams.Send(group, () => bytes.Value);
    }

    private async Task SentAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception e)
        {
            LogNotSent(e);
        }
    }

    private static string[] GroupsOf(string day, string town) => [LiveGroups.Board(day), LiveGroups.Town(day, town)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message did not reach everybody; they will ask for a snapshot.")]
    private partial void LogNotSent(Exception exception);
}
