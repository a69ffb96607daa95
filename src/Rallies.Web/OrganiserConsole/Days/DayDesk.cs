using NodaTime;
using Rallies.Web.Access;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Days;

/// <summary>One day of action on an admin's desk: as it was last read, and the use case that changes it.</summary>
internal sealed class DayDesk(DaysToEdit reads, AnnounceDay announce, Visitor visitor)
{
    private DayToEdit? day;

    public DayToEdit Day => day ?? throw new InvalidOperationException("Open a day first.");

    public async Task<bool> MayAnnounceAsync() => await reads.MayAnnounceAsync(await visitor.GrantsAsync(), default);

    /// <summary>False when there is none, or the visitor is no admin.</summary>
    public async Task<bool> OpenAsync(string slug)
    {
        day = await reads.FindAsync(await visitor.GrantsAsync(), slug, default);
        return day is not null;
    }

    public async Task<AnnounceDay.Outcome> AnnounceAsync(AnnouncementForm form) =>
        await announce.AnnounceAsync(await visitor.GrantsAsync(), form.ToAnnouncement(), default);

    public Task<Change> DescribeAsync(DayTextForm form) =>
        MakeAsync((held, at) => announce.DescribeAsync(held, at.Id, form.Description, form.Hashtags, at.CallsToAction, default));

    public Task<Change> MoveAsync(LocalDateTime start) =>
        MakeAsync((held, at) => announce.MoveAsync(held, at.Id, start.Date, start.TimeOfDay, default));

    public Task<Change> CallOffAsync() => MakeAsync((held, at) => announce.CallOffAsync(held, at.Id, default));

    private async Task<Change> MakeAsync(Func<HeldGrants, DayToEdit, Task<Change>> act)
    {
        var held = await visitor.GrantsAsync();
        var ended = await act(held, Day);
        day = await reads.FindAsync(held, Day.Slug, default) ?? day;
        return ended;
    }
}
