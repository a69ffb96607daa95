using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Merging;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.UseCases;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Finds what a rally could become part of, and says beforehand what that would do.</summary>
internal sealed class MergeReads(IDbContextFactory<RalliesContext> database, GrantBook book, IClock clock)
{
    /// <summary>The others of its day that the reader may merge it with, the nearest first.</summary>
    public async Task<IReadOnlyList<MergeChoice>> ChoicesAsync(HeldGrants held, int rallyId, CancellationToken cancellation)
    {
        var grants = await book.LiveAsync(held, cancellation);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var (rally, day) = await OneAsync(context, rallyId, cancellation);
        var others = await context.Rallies.AsNoTracking().Where(r => r.DayId == day.Id && r.Id != rallyId).ToListAsync(cancellation);
        return
        [
            .. others
                .Where(r => r.IsShown && r.Status is RallyStatus.Confirmed or RallyStatus.Tentative)
                .Where(r => grants.Any(g => g.Allows(Verb.MergeRallies, r.Id)))
                .Select(r => Choice(r, day, rally))
                .OrderBy(choice => choice.Distance)
                .ThenBy(choice => choice.Slug, StringComparer.Ordinal),
        ];
    }

    public async Task<MergePreview> PreviewAsync(int mergedId, int survivorId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var (merged, day) = await OneAsync(context, mergedId, cancellation);
        var survivor = await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == survivorId, cancellation);
        var hasCount = await context.HasCountAsync(mergedId, survivorId, cancellation);
        return new MergePreview(
            Choice(survivor, day, merged),
            await context.Pledges.PeopleAsync(mergedId, cancellation),
            await context.Pledges.PeopleAsync(survivorId, cancellation),
            await context.Pledges.CountAsync(
                p => p.RallyId == mergedId && p.WithdrawnAt == null && p.SealedMail != null && p.MailConfirmedAt != null,
                cancellation
            ),
            merged.Hours(day).Start != survivor.Hours(day).Start,
            Merger.ObstacleTo(day, merged, survivor, hasCount, clock.GetCurrentInstant())
        );
    }

    private static async Task<(Rally, DayOfAction)> OneAsync(RalliesContext context, int rallyId, CancellationToken cancellation)
    {
        var rally = await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == rallyId, cancellation);
        return (rally, await context.Days.AsNoTracking().SingleAsync(d => d.Id == rally.DayId, cancellation));
    }

    private static MergeChoice Choice(Rally rally, DayOfAction day, Rally from) =>
        new(
            rally.Id,
            rally.Slug,
            rally.Town.Name,
            rally.Town.Country,
            rally.Name,
            rally.MeetingPoint?.Place,
            rally.StartsAt(day),
            rally.Town.ZoneId,
            from.Coordinates.DistanceTo(rally.Coordinates)
        );
}
