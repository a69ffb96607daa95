using Rallies.Web.OrganiserConsole.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Saying;

/// <summary>What was announced lately, and the use case that announces more and takes it back.</summary>
internal sealed class SayDesk(SaidReads reads, Announce announce, Visitor visitor)
{
    private int dayId;
    private int? rallyId;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SaidLine> Lately { get; private set; } = [];

    public async Task OpenDayAsync(int day)
    {
        (dayId, rallyId) = (day, null);
        await ReadAsync();
    }

    public async Task OpenRallyAsync(int rally)
    {
        (dayId, rallyId) = (await reads.DayOfAsync(rally, default) ?? 0, rally);
        await ReadAsync();
    }

    public async Task<Announced> SayAsync(SayForm form)
    {
        var held = await visitor.GrantsAsync();
        var ended = await (
            rallyId is { } rally
                ? announce.AtRallyAsync(held, form.Id, rally, form.Text, default)
                : announce.ToAllAsync(held, form.Id, dayId, form.Text, default)
        );
        await ReadAsync();
        return ended;
    }

    public async Task<Announced> TakeBackAsync(Guid id, string because)
    {
        var ended = await announce.TakeBackAsync(await visitor.GrantsAsync(), id, because, default);
        await ReadAsync();
        return ended;
    }

    private async Task ReadAsync() => Lately = await reads.LatelyAsync(await visitor.GrantsAsync(), dayId, rallyId, default);
}
