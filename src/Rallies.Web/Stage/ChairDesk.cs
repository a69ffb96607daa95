using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.Reads;

namespace Rallies.Web.Stage;

/// <summary>Reads what lies before the chair: the running order and where it stands.</summary>
internal sealed class ChairDesk(IDbContextFactory<RalliesContext> database, IClock clock)
{
    public async Task<ChairView> ViewAsync(NamedRally name, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rally = await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == name.Id, cancellation);
        var day = await context.Days.AsNoTracking().SingleAsync(d => d.Id == rally.DayId, cancellation);
        var slots = await context.Slots.AsNoTracking().Where(s => s.RallyId == name.Id).Include(s => s.Speaker).ToListAsync(cancellation);
        var cue = await context.Cues.Latest(name.Id).AsNoTracking().FirstOrDefaultAsync(cancellation);
        var (hours, now) = (rally.Hours(day), clock.GetCurrentInstant());
        var proceedings = new Proceedings(new RunningOrder(slots), hours, cue);
        var isOn = rally.Status is RallyStatus.Confirmed or RallyStatus.Tentative && day.Status != DayStatus.Cancelled;
        var stands = isOn && Cue.IsTime(hours, now) ? proceedings.At(now) : Standing.Nothing;
        return new(name, hours, proceedings.Plan, stands, cue is not null && Cue.IsTime(hours, cue.At) ? cue.Id : null, isOn, now);
    }
}
