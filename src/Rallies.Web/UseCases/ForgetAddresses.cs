using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Pledges;
using Rallies.Storage;

namespace Rallies.Web.UseCases;

/// <summary>
/// Deletes every mail address whose time is up: unconfirmed ones after 48 hours, all others 30 days after their rally. Where a letter's
/// time is up, the pledge that waited behind it is asked about.
/// </summary>
public sealed class ForgetAddresses(IDbContextFactory<RalliesContext> database, IClock clock, AskToConfirm ask)
{
    private static readonly Duration keep = Duration.FromDays(30);

    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        await AskNextAsync(context, now, cancellation); // first, as who waited may have given the address in the same minute
        await ForgetAsync(
            context.Pledges.Where(p => p.SealedMail != null && p.MailConfirmedAt == null && p.MailAskedAt <= now - Pledge.ConfirmWithin),
            cancellation
        );
        await context.Outbox.Where(m => m.GoneAt <= now).ExecuteDeleteAsync(cancellation);
        foreach (var passed in (await PassedAsync(context, now, cancellation)).Chunk(500))
        {
            await ForgetAsync(context.Pledges.Where(p => p.SealedMail != null && passed.Contains(p.RallyId)), cancellation);
            await context
                .Rallies.Where(r => passed.Contains(r.Id))
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.SealedContact, (string?)null), cancellation);
        }
    }

    private async Task AskNextAsync(RalliesContext context, Instant now, CancellationToken cancellation)
    {
        foreach (var mailHash in await AskToConfirm.WaitedForAsync(context, cancellation))
        {
            await ask.AskNextAsync(context, mailHash, now, cancellation);
            await context.SaveChangesAsync(cancellation);
        }
    }

    private static Task<int> ForgetAsync(IQueryable<Pledge> pledges, CancellationToken cancellation) =>
        pledges.ExecuteUpdateAsync(
            p => p.SetProperty(x => x.SealedMail, (string?)null).SetProperty(x => x.MailHash, (byte[]?)null),
            cancellation
        );

    // Rallies keep the hours of their own zone, some a date of their own: when one ended is worked out here, not in the database.
    private static async Task<IReadOnlyList<int>> PassedAsync(RalliesContext context, Instant now, CancellationToken cancellation)
    {
        var held = await context
            .Rallies.Where(r => r.SealedContact != null || context.Pledges.Any(p => p.RallyId == r.Id && p.SealedMail != null))
            .Join(
                context.Days,
                r => r.DayId,
                d => d.Id,
                (r, d) =>
                    new
                    {
                        r.Id,
                        r.OwnStart,
                        r.OwnLength,
                        r.Town.ZoneId,
                        d.Date,
                        d.Time,
                        d.Lasts,
                    }
            )
            .ToListAsync(cancellation);
        return
        [
            .. from rally in held
            let start = WallClock.InstantOf(rally.OwnStart ?? rally.Date + rally.Time, DateTimeZoneProviders.Tzdb[rally.ZoneId])
            where start + (rally.OwnLength ?? rally.Lasts) + keep <= now
            select rally.Id,
        ];
    }
}
