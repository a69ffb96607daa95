using Rallies.Domain.Speakers;
using Rallies.Web.Access;
using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.WhoSpeaks;

/// <summary>A rally's running order on an organiser's desk: as it was last read, and the use case that changes it.</summary>
internal sealed class OrderDesk(OrderReads reads, KeepRunningOrder keep, Visitor visitor)
{
    private int rallyId;
    private OrderToEdit read = new(new RunningOrder([]), []);

    public RunningOrder Order => read.Order;
    public IReadOnlyList<Speaker> Speakers => read.Speakers;

    public async Task OpenAsync(int rally)
    {
        rallyId = rally;
        read = await reads.FindAsync(await visitor.GrantsAsync(), rally, default) ?? read;
    }

    public Task<Change> AddAsync(SlotForm form) => MakeAsync(held => keep.AddAsync(held, rallyId, form.ToSlot(), default));

    public Task<Change> AlterAsync(Guid slot, SlotForm form) =>
        MakeAsync(slot, held => keep.AlterAsync(held, rallyId, slot, form.ToSlot(), default));

    public Task<Change> MoveAsync(Guid slot, int position) =>
        MakeAsync(slot, held => keep.MoveAsync(held, rallyId, slot, position, default));

    public Task<Change> RemoveAsync(Guid slot) => MakeAsync(held => keep.RemoveAsync(held, rallyId, slot, default));

    // What somebody else has taken out meanwhile is not "so already".
    private async Task<Change> MakeAsync(Guid slot, Func<HeldGrants, Task<Change>> act)
    {
        var ended = await MakeAsync(act);
        return ended == Change.AlreadySo && Order.Slots.All(s => s.Id != slot) ? Change.NotFound : ended;
    }

    private async Task<Change> MakeAsync(Func<HeldGrants, Task<Change>> act)
    {
        var ended = await act(await visitor.GrantsAsync());
        await OpenAsync(rallyId);
        return ended;
    }
}
