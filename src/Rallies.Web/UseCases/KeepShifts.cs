using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>
/// Keeps a row for every stand at every picket line, eight weeks ahead. A stand is known by its line, date and number: other hours keep
/// it, and what no longer stands is called off, never deleted. What has ended is left as it was.
/// </summary>
public sealed class KeepShifts(IDbContextFactory<RalliesContext> database, IClock clock)
{
    public const int DaysAhead = 56;

    public async Task KeepAllAsync(CancellationToken cancellation)
    {
        List<int> disputes;
        await using (var context = await database.CreateDbContextAsync(cancellation))
            disputes = await context.Disputes.Where(d => d.AcceptedAt != null).Select(d => d.Id).ToListAsync(cancellation);
        foreach (var dispute in disputes)
            await KeepAsync(dispute, cancellation);
    }

    public async Task KeepAsync(int disputeId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        // Writing the row first makes a second keeper of the same dispute wait for this one's commit.
        await context
            .Disputes.Where(d => d.Id == disputeId)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.ChangedAt, x => x.ChangedAt), cancellation);
        if (await context.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.Id == disputeId, cancellation) is not { } dispute)
            return;
        var lines = await context
            .PicketLines.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(l => l.DisputeId == disputeId)
            .ToListAsync(cancellation);
        var lineIds = lines.Select(l => l.Id).ToList();
        var yesterday = clock.GetCurrentInstant().InUtc().Date.PlusDays(-1); // the earliest date it still is anywhere
        var stored = (
            await context.PicketShifts.Where(s => lineIds.Contains(s.LineId) && s.Date >= yesterday).ToListAsync(cancellation)
        ).ToLookup(s => s.LineId);
        foreach (var line in lines)
            Keep(context, line, dispute.AcceptedAt is not null && dispute.IsOn, stored[line.Id]);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private void Keep(RalliesContext context, PicketLine line, bool isOn, IEnumerable<PicketShift> stored)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(line.Town.Zone).Date;
        var dates = isOn && line.RemovedAt is null ? line.DaysBetween(today, today.PlusDays(DaysAhead - 1)).ToHashSet() : [];
        foreach (var shift in stored.Where(s => WallClock.InstantOf(s.EndsAt, line.Town.Zone) > now))
            if (dates.Contains(shift.Date))
                shift.Stand(shift.Date + line.From, shift.Date + line.To);
            else
                shift.CallOff();
        var missing = dates.Except(stored.Select(s => s.Date));
        foreach (var date in missing.Where(d => WallClock.InstantOf(d + line.To, line.Town.Zone) > now))
            context.PicketShifts.Add(new PicketShift(line.Id, date, 0, date + line.From, date + line.To));
    }
}
