using Microsoft.EntityFrameworkCore;
using Rallies.Domain;
using Rallies.Domain.Merging;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Reads one rally for whoever may organise or moderate it.</summary>
internal sealed class RalliesToEdit(IDbContextFactory<RalliesContext> database, GrantBook book)
{
    private static readonly Verb[] verbs =
    [
        Verb.EditRally,
        Verb.CallOffRally,
        Verb.EditRunningOrder,
        Verb.CloseCounting,
        Verb.CorrectFigure,
        Verb.AskForCode,
        Verb.ProposeDispute,
        Verb.MakeStewardLink,
        Verb.MakeCoOrganiserLink,
        Verb.RevokeLink,
        Verb.AnnounceAtRally,
        Verb.TakeBackAnnouncement,
        Verb.MergeRallies,
        Verb.HandOverRally,
        Verb.HideRally,
        Verb.RestoreRally,
    ];

    /// <summary>Null when there is no such rally or no held grant lets the reader organise or moderate it: the two look alike from outside.</summary>
    public async Task<RallyToEdit?> FindAsync(HeldGrants held, string day, string town, CancellationToken cancellation)
    {
        var grants = await book.LiveAsync(held, cancellation);
        await using var context = await database.CreateDbContextAsync(cancellation);
        var found = await context
            .Rallies.AsNoTracking()
            .Join(context.Days, r => r.DayId, d => d.Id, (rally, of) => new { Rally = rally, Day = of })
            .SingleOrDefaultAsync(f => f.Day.Slug == day && f.Rally.Slug == town, cancellation);
        if (found is null)
            return null;
        var allowed = verbs.Where(verb => grants.Any(g => g.Allows(verb, found.Rally.Id))).ToHashSet();
        return allowed.Count == 0 ? null : Of(found.Rally, found.Day, await MergedAsync(context, found.Rally, cancellation), allowed);
    }

    private static async Task<MergedInto?> MergedAsync(RalliesContext context, Rally rally, CancellationToken cancellation)
    {
        if (rally.MergedIntoId is not { } id)
            return null;
        var into = await context.Rallies.AsNoTracking().SingleAsync(r => r.Id == id, cancellation);
        return new MergedInto(into.Slug, into.Town, into.MeetingPoint?.Place, rally.MergedBecause, Merger.UndoneUntil(rally)!.Value);
    }

    private static RallyToEdit Of(Rally rally, DayOfAction day, MergedInto? merged, HashSet<Verb> allowed) =>
        new(
            rally.Id,
            day.Slug,
            day.Name,
            day.StartsAt,
            day.Lasts,
            rally.Slug,
            rally.Town,
            rally.Name,
            rally.Organiser,
            rally.Description,
            rally.Capacity,
            rally.MeetingPoint,
            rally.StartsAt(day),
            rally.Lasts(day),
            rally.Access,
            rally.Status,
            rally.IsPostponed,
            rally.CalledOffBecause,
            rally.IsHidden,
            rally.HiddenBecause,
            merged,
            rally.ChangedAt,
            allowed
        );
}
