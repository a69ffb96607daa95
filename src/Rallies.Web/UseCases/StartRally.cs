using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Mail;

namespace Rallies.Web.UseCases;

/// <summary>A town starts its rally: no gatekeeper, live at once, the owner's link in the answer.</summary>
public sealed class StartRally(
    IDbContextFactory<RalliesContext> database,
    IClock clock,
    Sealing sealing,
    Letters letters,
    Happenings happenings
)
{
    /// <param name="day">The day's slug.</param>
    /// <param name="meetingPoint">Null while it is still to be confirmed.</param>
    public async Task<Outcome> StartAsync(string day, Town town, MeetingPoint? meetingPoint, string contact, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryStartAsync(day, town, meetingPoint, contact, cancellation);
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                // Two towns of one name, or one town twice, in the same moment: the other has taken the slug or the day's version.
            }
        }
    }

    private async Task<Outcome> TryStartAsync(
        string daySlug,
        Town town,
        MeetingPoint? meetingPoint,
        string contact,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var now = clock.GetCurrentInstant();
        if (await context.Days.SingleOrDefaultAsync(d => d.Slug == daySlug, cancellation) is not { } day)
            return new Outcome.NoSuchDay();
        if (day.Status is DayStatus.Cancelled || DayIsOver(day, town, now))
            return new Outcome.DayIsOver();

        var rally = new Rally(day, await FreeSlugAsync(context, day.Id, town, cancellation), new RallyTown(town), meetingPoint, now);
        rally.ReachedAt(sealing.Seal(contact));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        rally.SeenAt(await context.NextVersionAsync(day.Id, cancellation));
        context.Rallies.Add(rally);
        await context.SaveChangesAsync(cancellation);
        var owner = Secret.New();
        var confirmation = Secret.New();
        context.Grants.Add(new Grant(Role.Owner, rally.Id, town.Name, owner, now));
        context.Confirmations.Add(new ContactConfirmation(rally.Id, confirmation.Hash(), now));
        letters.RallyStarted(context, contact, day, rally, owner, confirmation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        await happenings.TellAsync(new Happening.RallyChanged(day.Id, rally.Id), cancellation);
        return new Outcome.Started(day.Slug, rally.Slug, owner);
    }

    private static bool DayIsOver(DayOfAction day, Town town, Instant now) =>
        WallClock.InstantOf(day.StartsAt, town.Zone) + day.Lasts < now;

    // The rally's own slug: the town's, then leeds-2, …; slugs of hidden and called-off rallies stay taken.
    private static async Task<Slug> FreeSlugAsync(RalliesContext context, int dayId, Town town, CancellationToken cancellation)
    {
        var taken = (
            await context
                .Rallies.Where(r => r.DayId == dayId && r.Slug.StartsWith(town.Slug.Value))
                .Select(r => r.Slug)
                .ToListAsync(cancellation)
        ).ToHashSet();
        taken.UnionWith(Addresses.ReservedForRallies);
        return town.Slug.FirstFree(taken.Contains);
    }

    public abstract record Outcome
    {
        public sealed record Started(string Day, string Town, Secret OwnerLink) : Outcome;

        public sealed record NoSuchDay : Outcome;

        public sealed record DayIsOver : Outcome;
    }
}
