using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Admins announce a day of action, move it or call it off.</summary>
public sealed class AnnounceDay(IDbContextFactory<RalliesContext> database, IClock clock, Happenings happenings)
{
    public async Task<Outcome> AnnounceAsync(HeldGrants held, Announcement asked, CancellationToken cancellation)
    {
        if (!Slug.TryParse(asked.Slug, null, out var slug) || Addresses.ReservedForDays.Contains(slug.Value))
            return Outcome.SlugNotUsable;
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.AnnounceDay, null, cancellation) is null)
            return Outcome.NotAllowed;
        if (await context.Days.AnyAsync(d => d.Slug == slug.Value, cancellation))
            return Outcome.SlugTaken;
        var now = clock.GetCurrentInstant();
        var day = new DayOfAction(slug, asked.Name, asked.Date, asked.Time, asked.Lasts, asked.ZoneId, now);
        day.Describe(asked.Description, asked.Hashtags, [], now);
        context.Days.Add(day);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            return Outcome.SlugTaken; // by somebody a moment earlier
        }
        await happenings.TellAsync(new Happening.DayChanged(day.Id));
        return Outcome.Announced;
    }

    public Task<Change> MoveAsync(HeldGrants held, int dayId, LocalDate date, LocalTime time, CancellationToken cancellation) =>
        ChangeAsync(held, dayId, (day, now) => day.Move(date, time, now), cancellation);

    public Task<Change> CallOffAsync(HeldGrants held, int dayId, CancellationToken cancellation) =>
        ChangeAsync(held, dayId, (day, now) => day.CallOff(now), cancellation);

    public Task<Change> DescribeAsync(
        HeldGrants held,
        int dayId,
        string description,
        string hashtags,
        IReadOnlyList<CallToAction> calls,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            held,
            dayId,
            (day, now) =>
            {
                day.Describe(description, hashtags, calls, now);
                return true;
            },
            cancellation
        );

    private async Task<Change> ChangeAsync(
        HeldGrants held,
        int dayId,
        Func<DayOfAction, Instant, bool> alter,
        CancellationToken cancellation
    )
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await context.Days.AnyAsync(d => d.Id == dayId, cancellation))
            return Change.NotFound;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(dayId, cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.AnnounceDay, null, cancellation) is null)
            return Change.NotAllowed;
        var day = await context.Days.SingleAsync(d => d.Id == dayId, cancellation);
        var (start, wasOff, now) = (day.StartsAt, day.Status == DayStatus.Cancelled, clock.GetCurrentInstant());
        if (!alter(day, now))
            return Change.AlreadySo;
        var calledOff = day.Status == DayStatus.Cancelled && !wasOff;
        if (day.StartsAt != start || calledOff)
            foreach (
                var rally in await context
                    .Rallies.Where(r => r.DayId == dayId && (r.OwnStart == null || calledOff))
                    .ToListAsync(cancellation)
            )
                rally.MoveAlong(version, now);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.DayChanged(day.Id));
        return Change.Made;
    }

    /// <summary>What an admin asks to announce; the texts within the lengths of <see cref="DayOfAction"/>.</summary>
    public sealed record Announcement(
        string Slug,
        string Name,
        LocalDate Date,
        LocalTime Time,
        Duration Lasts,
        string ZoneId,
        string Description,
        string Hashtags
    );

    public enum Outcome
    {
        Announced,
        NotAllowed,
        SlugTaken,
        SlugNotUsable,
    }
}
