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
    SiteKey key,
    Letters letters,
    Happenings happenings
)
{
    /// <summary>How long a form sent again is answered with the link it was given.</summary>
    public static readonly Duration RepeatWithin = Duration.FromHours(1);

    /// <param name="day">The day's slug.</param>
    /// <param name="meetingPoint">Null while it is still to be confirmed.</param>
    public Task<Outcome> StartAsync(string day, Town town, MeetingPoint? meetingPoint, string contact, CancellationToken cancellation) =>
        StartAsync(new Wish(day, town, meetingPoint, contact), cancellation);

    public async Task<Outcome> StartAsync(Wish wish, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == wish.Day, cancellation) is not { Id: var dayId })
            return new Outcome.NoSuchDay();

        // From here on every other start on that day waits for the commit: the slug and the form are free, or they are taken.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId, cancellation);
        var day = await context.Days.SingleAsync(d => d.Id == dayId, cancellation);
        var now = clock.GetCurrentInstant();
        if (
            wish.Form is { } form
            && await context.Rallies.AsNoTracking().SingleOrDefaultAsync(r => r.StartedBy == form, cancellation) is { } started
        )
            return await AgainAsync(context, started, wish, now, cancellation);
        if (day.Status is DayStatus.Cancelled or DayStatus.Over || DayIsOver(day, wish.Town, now))
            return new Outcome.DayIsOver();

        var rally = new Rally(
            day,
            await FreeSlugAsync(context, day.Id, wish.Town, cancellation),
            new RallyTown(wish.Town),
            wish.MeetingPoint,
            now
        );
        rally.StartedWith(wish.Form, wish.DifferentBecause);
        rally.ReachedAt(sealing.Seal(wish.Contact));
        rally.SeenAt(version);
        context.Rallies.Add(rally);
        await context.SaveChangesAsync(cancellation);
        var (owner, confirmation) = (OwnerLink(wish.Form), Secret.New());
        var grant = new Grant(Role.Owner, rally.Id, Grant.NameOf(rally.Town.Name), owner, now);
        context.Grants.Add(grant);
        context.Confirmations.Add(new ContactConfirmation(rally.Id, confirmation.Hash(), now));
        var mailed = await letters.MayStillWriteAsync(context, wish.Contact, now, cancellation);
        if (mailed)
            letters.RallyStarted(context, wish.Contact, day, rally, owner, confirmation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);

        await happenings.TellAsync(new Happening.RallyChanged(day.Id, rally.Id));
        return new Outcome.Started(day.Slug, rally.Slug, owner, grant.Id, mailed);
    }

    // A second click makes the browser drop the first answer and show the second: that one has to carry the link, or nobody ever sees it.
    // Only hashes are stored, so the link of a form is derived from its id, which no one else has seen. It is told again for an hour, to
    // the same contact, while it works; later, the mail and the browser's own grant have to do.
    private async Task<Outcome> AgainAsync(RalliesContext context, Rally started, Wish wish, Instant now, CancellationToken cancellation)
    {
        var slugOfDay = await context.Days.Where(d => d.Id == started.DayId).Select(d => d.Slug).SingleAsync(cancellation);
        var owner = OwnerLink(wish.Form);
        var hash = owner.Hash();
        var grant = await context
            .Grants.AsNoTracking()
            .SingleOrDefaultAsync(g => g.SecretHash == hash && g.RevokedAt == null, cancellation);
        var samePerson = started.SealedContact is { } contact && sealing.TryOpen(contact) == wish.Contact;
        return grant is not null && samePerson && now < started.StartedAt + RepeatWithin
            ? new Outcome.Started(slugOfDay, started.Slug, owner, grant.Id, true)
            : new Outcome.StartedBefore(slugOfDay, started.Slug);
    }

    private Secret OwnerLink(Guid? form) =>
        form is { } id ? Secret.Of(key.Derive("owner of form", id.ToString("N")).AsSpan(0, 20)) : Secret.New();

    private static bool DayIsOver(DayOfAction day, Town town, Instant now) =>
        WallClock.InstantOf(day.StartsAt, town.Zone) + day.Lasts < now;

    // The rally's own slug: the town's, then leeds-2, …; slugs of hidden and called-off rallies stay taken.
    private static async Task<Slug> FreeSlugAsync(RalliesContext context, int dayId, Town town, CancellationToken cancellation)
    {
        var taken = (await context.Rallies.Where(r => r.DayId == dayId).Select(r => r.Slug).ToListAsync(cancellation)).ToHashSet();
        taken.UnionWith(Addresses.ReservedForRallies);
        return town.Slug.FirstFree(taken.Contains);
    }

    /// <summary>What somebody asks for; the texts within the lengths of <see cref="Rally"/>, the contact a mail address.</summary>
    /// <param name="MeetingPoint">Null while it is still to be confirmed.</param>
    public sealed record Wish(string Day, Town Town, MeetingPoint? MeetingPoint, string Contact)
    {
        /// <summary>The form it came with: sent twice it starts one rally.</summary>
        public Guid? Form { get; init; }

        /// <summary>Why not together with those near by.</summary>
        public string DifferentBecause { get; init; } = "";
    }

    public abstract record Outcome
    {
        /// <param name="Mailed">False when the contact's address has had as many mails today as anybody gets.</param>
        public sealed record Started(string Day, string Town, Secret OwnerLink, Guid Grant, bool Mailed) : Outcome;

        /// <summary>By the same form, too long ago to be told the link again, or by somebody else.</summary>
        public sealed record StartedBefore(string Day, string Town) : Outcome;

        public sealed record NoSuchDay : Outcome;

        public sealed record DayIsOver : Outcome;
    }
}
