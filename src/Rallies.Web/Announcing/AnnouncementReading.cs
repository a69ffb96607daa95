using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Announcements;
using Rallies.Storage;
using Rallies.Web.Reads;

namespace Rallies.Web.Announcing;

/// <summary>Reads what is announced now; what a hidden rally said is as hidden as it is.</summary>
internal sealed class AnnouncementReading(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>The newest first.</summary>
    /// <param name="dayId">Null: of all days.</param>
    public async Task<IReadOnlyList<SaidToAll>> ReadAsync(int? dayId, CancellationToken cancellation)
    {
        var oldest = clock.GetCurrentInstant() - Announcement.ShownFor;
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await (
            from a in context.Announcements
            where a.MadeAt > oldest && a.TakenBackAt == null && (dayId == null || a.DayId == dayId)
            join d in context.Days on a.DayId equals d.Id
            join r in context.Rallies.Visible() on a.RallyId equals r.Id into rallies
            from r in rallies.DefaultIfEmpty()
            where a.RallyId == null || r != null
            orderby a.MadeAt descending, a.Id descending
            select new SaidToAll(a.Id, d.Slug, r == null ? null : r.Slug, r == null ? null : r.Town.Name, a.Text, a.MadeAt)
        ).ToListAsync(cancellation);
    }

    public async Task<string?> DayAsync(int dayId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Days.Where(d => d.Id == dayId).Select(d => d.Slug).SingleOrDefaultAsync(cancellation);
    }
}
