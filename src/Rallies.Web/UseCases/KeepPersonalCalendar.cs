using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>Calendars of people's own: made and filled by whoever holds a pledge's link, found again by their address alone.</summary>
public sealed class KeepPersonalCalendar(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>
    /// A new calendar with this pledge, which leaves the one it stood in. The others of that one stay: whoever holds one pledge's link
    /// has no business with them.
    /// </summary>
    /// <returns>Its secret, told this once; null when there is no such pledge.</returns>
    public async Task<Secret?> MakeAsync(Secret pledge, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(context, pledge, cancellation) is not { } kept)
            return null;
        var secret = Secret.New();
        var made = new PersonalCalendar(secret, clock.GetCurrentInstant());
        context.PersonalCalendars.Add(made);
        await context.SaveChangesAsync(cancellation);
        await StandInAsync(context, kept, made, cancellation);
        await transaction.CommitAsync(cancellation);
        return secret;
    }

    /// <summary>Puts the pledge into a calendar they have. NotFound when there is no such pledge, or no such calendar.</summary>
    public async Task<Change> JoinAsync(Secret pledge, Secret calendar, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var hash = calendar.Hash();
        if (
            await FindAsync(context, pledge, cancellation) is not { } kept
            || await context.PersonalCalendars.SingleOrDefaultAsync(c => c.SecretHash == hash, cancellation) is not { } found
        )
            return Change.NotFound;
        if (kept.PersonalCalendarId == found.Id)
            return Change.AlreadySo;
        await StandInAsync(context, kept, found, cancellation);
        return Change.Made;
    }

    /// <summary>Calendar programs asked for these today; those nobody has asked for in twelve months end.</summary>
    public async Task NoteUseAsync(IReadOnlyCollection<int> used, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var today = clock.GetCurrentInstant().InUtc().Date;
        await context
            .PersonalCalendars.Where(c => used.Contains(c.Id))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedOn, today), cancellation);
        var last = today - PersonalCalendar.UnusedFor;
        await context.PersonalCalendars.Where(c => c.UsedOn < last).ExecuteDeleteAsync(cancellation);
    }

    private async Task StandInAsync(RalliesContext context, Pledge pledge, PersonalCalendar calendar, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (pledge.PersonalCalendarId is { } left)
            (await context.PersonalCalendars.SingleAsync(c => c.Id == left, cancellation)).Change(now);
        pledge.StandIn(calendar);
        calendar.Change(now);
        await context.SaveChangesAsync(cancellation);
    }

    private static Task<Pledge?> FindAsync(RalliesContext context, Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        return context.Pledges.SingleOrDefaultAsync(p => p.SecretHash == hash || p.MailSecretHash == hash, cancellation);
    }
}
