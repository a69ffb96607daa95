using Microsoft.AspNetCore.SignalR;
using Rallies.Web.Announcing;
using Rallies.Web.Live;
using Rallies.Web.Metrics;
using Rallies.Web.Stage;
using Rallies.Web.Streams;

namespace Rallies.Web.Hubs;

/// <summary>
/// Says to everybody who watches what there is to say, over hub and stream: each message is written once for all of a kind. No
/// viewer is waited for; who is too slow is cut off by the hub's own timeout, or by the stream's patience.
/// </summary>
internal sealed partial class Broadcast(
    FrameMaker frames,
    Stages stages,
    Announcements announcements,
    IHubContext<LiveHub, ILiveClient> hub,
    StreamViewers streams,
    RecentFrames recent,
    SiteMeter meter,
    ILogger<Broadcast> logger
) : IHostedService
{
    private IDisposable[] watching = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watching = [frames.Watch(SayAsync), stages.Watch(Say), announcements.Watch(Say)];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var watch in watching)
            watch.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>To the day's boards, and to the pages of the town, or of all towns.</summary>
    public void Say(Announcement announcement)
    {
        var towns = announcement.Town is { } town ? [town] : frames.Find(announcement.Day)?.Rows.Keys ?? [];
        List<string> groups = [LiveGroups.Board(announcement.Day), .. towns.Select(t => LiveGroups.Town(announcement.Day, t))];
        Stream(groups, nameof(ILiveClient.Announcement), announcement, streams.NextSpoken());
        _ = SentAsync(() => hub.Clients.Groups(groups).Announcement(announcement));
    }

    /// <summary>To the pages of the town alone: at six sharp all of them change at once, and boards show no speakers.</summary>
    public void Say(Speaking speaking)
    {
        var group = LiveGroups.Town(speaking.Day, speaking.Town);
        Stream([group], nameof(ILiveClient.Speaking), speaking);
        _ = SentAsync(() => hub.Clients.Group(group).Speaking(speaking));
    }

    private Task SayAsync(DayFrames step)
    {
        if (step.Whole is { } frame)
        {
            recent.Add(frame);
            meter.Frames.Add(1);
            _ = SentAsync(() => hub.Clients.Group(LiveGroups.Board(step.Day)).Counts(frame));
        }
        if (step.Towns is { } towns)
            _ = SentAsync(() => ToTownsAsync(step.Day, towns));
        return SentAsync(() => streams.SendAsync(ToStreams(step)));
    }

    private static IEnumerable<GroupMessage> ToStreams(DayFrames step)
    {
        if (step.Whole is { } frame)
            yield return new(LiveGroups.Board(step.Day), () => new(frame.Event, frame.Version));
        foreach (var town in step.Towns?.All ?? [])
            yield return new(LiveGroups.Town(step.Day, town), () => new(step.Towns!.For(town).Event, step.Towns.For(town).Version));
    }

    private Task ToTownsAsync(string day, TownFrames towns)
    {
        var unchanged = towns.All.Except(towns.Changed).Select(town => LiveGroups.Town(day, town)).ToList();
        return Task.WhenAll([
            hub.Clients.Groups(unchanged).Counts(towns.TotalAlone),
            .. towns.Changed.Select(town => hub.Clients.Group(LiveGroups.Town(day, town)).Counts(towns.For(town))),
        ]);
    }

    private void Stream<T>(IEnumerable<string> groups, string name, T message, long spoken = 0)
    {
        var made = new Lazy<StreamMessage>(() => new(StreamEvent.Of(name, message), Spoken: spoken));
        _ = SentAsync(() => streams.SendAsync(groups.Select(group => new GroupMessage(group, () => made.Value))));
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message did not reach everybody; they will ask for a snapshot.")]
    private partial void LogNotSent(Exception exception);
}
