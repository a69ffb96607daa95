using Rallies.Storage.Counting;

namespace Rallies.Web.Counting;

/// <summary>Somebody else committed something of this day, and the board is to show it.</summary>
/// <param name="whole">Everything, and not only rallies whose version was raised.</param>
/// <param name="logs">The logs as well: entries were taken out of them.</param>
internal sealed class Rereading(int dayId, bool whole, bool logs = false) : Work<int>
{
    public int DayId => dayId;
    public bool Whole => whole;
    public bool Logs => logs;

    public override void Join(Batch batch) { }

    protected override int Say(Written written) => dayId;
}
