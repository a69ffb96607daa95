using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Reads what a rally, or an admin to a whole day, has announced lately.</summary>
internal sealed class SaidReads(IDbContextFactory<RalliesContext> database, IClock clock)
{
    private const int Most = 20;
    private static readonly Duration lately = Duration.FromHours(24);

    /// <summary>The newest first; nothing for whoever may not take it back.</summary>
    /// <param name="rallyId">Null: what was said to the whole day.</param>
    public async Task<IReadOnlyList<SaidLine>> LatelyAsync(HeldGrants held, int dayId, int? rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.TakeBackAnnouncement, rallyId, cancellation) is null)
            return [];
        var oldest = clock.GetCurrentInstant() - lately;
        return await context
            .Announcements.Where(a => a.DayId == dayId && a.RallyId == rallyId && a.MadeAt > oldest)
            .OrderByDescending(a => a.MadeAt)
            .Take(Most)
            .Select(a => new SaidLine(a.Id, a.Text, a.MadeAt, a.TakenBackAt != null, a.TakenBackBecause))
            .ToListAsync(cancellation);
    }

    public async Task<int?> DayOfAsync(int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await context.Rallies.Where(r => r.Id == rallyId).Select(r => (int?)r.DayId).SingleOrDefaultAsync(cancellation);
    }
}
