using Rallies.Domain.Disputes;
using Rallies.Web.Access;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Disputes;

/// <summary>Disputes on a desk, and the use cases that keep them and their picket lines. Every change is read again at once.</summary>
internal sealed class DisputeDesk(DisputeReads reads, KeepDisputes keep, KeepPicketLines lines, Visitor visitor)
{
    private DisputeToEdit? opened;

    public DisputeToEdit Opened => opened ?? throw new InvalidOperationException("Open a dispute first.");

    /// <summary>Null when the visitor is no admin.</summary>
    public async Task<IReadOnlyList<DisputeLine>?> ListAsync() => await reads.AllAsync(await visitor.GrantsAsync(), default);

    /// <summary>False when there is none, or the visitor is no admin.</summary>
    public async Task<bool> OpenAsync(string slug)
    {
        opened = await reads.FindAsync(await visitor.GrantsAsync(), slug, default);
        return opened is not null;
    }

    /// <param name="fromRally">The rally whose owner proposes it; null for an admin.</param>
    public async Task<Change> EnterAsync(int? fromRally, DisputeForm form) =>
        await keep.EnterAsync(await visitor.GrantsAsync(), fromRally, form.ToDispute(), default) is null ? Change.NotAllowed : Change.Made;

    public Task<Change> DescribeAsync(DisputeForm form) => MakeAsync((held, id) => keep.DescribeAsync(held, id, form.ToDispute(), default));

    public Task<Change> AcceptAsync() => MakeAsync((held, id) => keep.AcceptAsync(held, id, default));

    public Task<Change> ReachAsync(DisputeStage stage) => MakeAsync((held, id) => keep.ReachAsync(held, id, stage, default));

    public Task<Change> AddLineAsync(LineForm form) =>
        MakeAsync((held, id) => lines.AddAsync(held, id, now => form.ToLine(id, now), default));

    public Task<Change> ConfirmLineAsync(int line) => MakeAsync((held, id) => lines.ConfirmAsync(held, id, line, default));

    public Task<Change> RemoveLineAsync(int line) => MakeAsync((held, id) => lines.RemoveAsync(held, id, line, default));

    private async Task<Change> MakeAsync(Func<HeldGrants, int, Task<Change>> act)
    {
        var held = await visitor.GrantsAsync();
        var ended = await act(held, Opened.Dispute.Id);
        opened = await reads.FindAsync(held, Opened.Dispute.Slug, default) ?? opened;
        return ended;
    }
}
