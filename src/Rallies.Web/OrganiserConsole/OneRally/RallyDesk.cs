using Rallies.Web.Access;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.OneRally;

/// <summary>One rally on an organiser's desk: as it was last read, and the use cases that change it. Every change is read again at once.</summary>
internal sealed class RallyDesk(RalliesToEdit reads, EditRally edit, ModerateRally moderate, Visitor visitor)
{
    private RallyToEdit? rally;

    /// <summary>As last read; what was shown stays when a grant has ended meanwhile, so that nothing typed is lost.</summary>
    public RallyToEdit Rally => rally ?? throw new InvalidOperationException("Open a rally first.");

    /// <summary>False when there is none, or the visitor's links do not reach it.</summary>
    public async Task<bool> OpenAsync(string day, string town)
    {
        rally = await reads.FindAsync(await visitor.GrantsAsync(), day, town, default);
        return rally is not null;
    }

    public Task<Change> MeetAsync(PlaceForm form) =>
        MakeAsync((held, at) => edit.IfUnchangedSince(at.ChangedAt).MeetAsync(held, at.Id, form.ToMeetingPoint(), default));

    public Task<Change> KeepHoursAsync(HoursForm form) =>
        MakeAsync((held, at) => edit.IfUnchangedSince(at.ChangedAt).KeepHoursAsync(held, at.Id, form.ToStart(), form.ToLength(), default));

    public Task<Change> DescribeAsync(DescriptionForm form) =>
        MakeAsync(
            (held, at) =>
                edit.IfUnchangedSince(at.ChangedAt)
                    .DescribeAsync(held, at.Id, form.Name, form.Organiser, form.Description, form.ToCapacity(), default)
        );

    public Task<Change> DescribeAccessAsync(AccessForm form) =>
        MakeAsync((held, at) => edit.IfUnchangedSince(at.ChangedAt).DescribeAccessAsync(held, at.Id, form.ToAccess(), default));

    public Task<Change> PostponeAsync() => MakeAsync((held, at) => edit.PostponeAsync(held, at.Id, default));

    public Task<Change> CallOffAsync(string because) => MakeAsync((held, at) => edit.CallOffAsync(held, at.Id, because, default));

    /// <summary>On again: no longer called off, or no longer postponed and at the same hours as before.</summary>
    public Task<Change> GoAheadAsync() =>
        MakeAsync(
            (held, at) =>
                at.Status == Domain.RallyStatus.Cancelled
                    ? edit.ReviveAsync(held, at.Id, default)
                    : edit.IfUnchangedSince(at.ChangedAt).KeepHoursAsync(held, at.Id, at.StartsAt, at.Lasts, default)
        );

    public Task<Change> HideAsync(string because) => MakeAsync((held, at) => moderate.HideAsync(held, at.Id, because, default));

    public Task<Change> RestoreAsync(string because) => MakeAsync((held, at) => moderate.RestoreAsync(held, at.Id, because, default));

    private async Task<Change> MakeAsync(Func<HeldGrants, RallyToEdit, Task<Change>> act)
    {
        var held = await visitor.GrantsAsync();
        var ended = await act(held, Rally);
        rally = await reads.FindAsync(held, Rally.Day, Rally.Slug, default) ?? rally;
        return ended;
    }
}
