using Microsoft.EntityFrameworkCore;
using Rallies.Calendars.Reading;
using Rallies.Domain;
using Rallies.Domain.Importing;
using Rallies.Storage;

namespace Rallies.Web.Importing;

/// <summary>What is here already of what a calendar could touch.</summary>
internal sealed record ImportState(
    IReadOnlyList<DayOfAction> Days,
    ILookup<int, Rally> RalliesOfDay,
    IReadOnlyDictionary<EventKey, (ImportedEvent Event, Rally Rally)> Imported
)
{
    /// <summary>The addresses taken on a day; hidden and called-off rallies keep theirs.</summary>
    public IReadOnlySet<string> SlugsOf(int dayId) => RalliesOfDay[dayId].Select(r => r.Slug).ToHashSet(StringComparer.Ordinal);

    public static async Task<ImportState> ReadAsync(RalliesContext context, Slug source, CalendarFile file, CancellationToken cancellation)
    {
        var dates = file.Events.Select(e => e.Times.Start.InUtc().Date).ToList();
        // A date is another one elsewhere; and days of action are few.
        var (first, last) = dates.Count == 0 ? default : (dates.Min().PlusDays(-1), dates.Max().PlusDays(1));
        var days = await context.Days.AsNoTracking().ToListAsync(cancellation);
        var imported = await context.ImportedEvents.AsNoTracking().Where(i => i.Source == source.Value).ToListAsync(cancellation);
        var ids = imported.Select(i => i.RallyId).ToList();
        var touched = days.Where(d => d.Date >= first && d.Date <= last).Select(d => d.Id).ToList();
        var rallies = await context
            .Rallies.AsNoTracking()
            .Where(r => touched.Contains(r.DayId) || ids.Contains(r.Id))
            .ToListAsync(cancellation);
        var byId = rallies.ToDictionary(r => r.Id);
        return new ImportState(
            days,
            rallies.ToLookup(r => r.DayId),
            imported.ToDictionary(i => new EventKey(i.Uid, i.RecurrenceId), i => (i, byId[i.RallyId]))
        );
    }
}
