using Microsoft.AspNetCore.SignalR;
using Rallies.Web.Announcing;
using Rallies.Web.Live;
using Rallies.Web.Stage;

namespace Rallies.Web.Hubs;

/// <summary>Lets anybody watch a day. Joining comes first, so that nothing falls between the snapshot and the first frame; what was said before is said again to whoever joins.</summary>
internal sealed class LiveHub(FrameMaker frames, HubViewers viewers, Stages stages, Announcements announcements) : Hub<ILiveClient>
{
    public override Task OnConnectedAsync()
    {
        viewers.Came();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        viewers.Went();
        return Task.CompletedTask;
    }

    /// <summary>The whole day, or with a town only its row, the total and its announcements; one of the two a day.</summary>
    /// <exception cref="HubException"><c>unknownDay</c></exception>
    public async Task<Frame> Watch(string? day, string? town)
    {
        if (day is null || frames.Find(day) is null)
            throw new HubException("unknownDay");
        var group = town is null ? LiveGroups.Board(day) : LiveGroups.Town(day, town);
        if (Context.Items.TryGetValue(day, out var other) && !group.Equals(other))
            await Unwatch(day);
        Context.Items[day] = group;
        var joined = Task.CompletedTask;
        announcements.Join(day, town, standing => joined = JoinAsync(group, standing));
        await joined;
        if (town is not null && stages.Of(day, town) is { } speaking)
            await Clients.Caller.Speaking(speaking);
        var now = frames.Find(day)!;
        return town is null ? now.Snapshot : Frame.Of(now, town);
    }

    // Begun under the lock of announcements: what one process holds in memory is joined and written to at once.
    private Task JoinAsync(string group, IReadOnlyList<Announcement> standing) =>
        Task.WhenAll([
            Groups.AddToGroupAsync(Context.ConnectionId, group, Context.ConnectionAborted),
            .. standing.Select(Clients.Caller.Announcement),
        ]);

    public async Task Unwatch(string day)
    {
        if (Context.Items.Remove(day, out var group))
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, (string)group!, Context.ConnectionAborted);
    }
}
