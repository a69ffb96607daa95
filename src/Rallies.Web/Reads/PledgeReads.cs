using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.UseCases;

namespace Rallies.Web.Reads;

/// <summary>What may be known of pledges: their sum by everybody, one pledge by whoever holds its link.</summary>
public sealed class PledgeReads(IDbContextFactory<RalliesContext> database)
{
    /// <summary>A rally's total in people; 0 for one that nobody knows.</summary>
    public async Task<int> PeopleAsync(string day, string town, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var rallyId = await context
            .Rallies.Visible()
            .Where(r => r.Slug == town && context.Days.Any(d => d.Id == r.DayId && d.Slug == day))
            .Select(r => r.Id)
            .SingleOrDefaultAsync(cancellation);
        return await context.Pledges.PeopleAsync(rallyId, cancellation);
    }

    /// <summary>Null when the secret is unknown. It may be the one told to whoever pledged, or the one told by the mail.</summary>
    public async Task<KeptPledge?> FindAsync(Secret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash();
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await (
            from p in context.Pledges
            join r in context.Rallies on p.RallyId equals r.Id
            join d in context.Days on r.DayId equals d.Id
            where p.SecretHash == hash || p.MailSecretHash == hash
            select new KeptPledge
            {
                Secret = secret,
                Day = d.Slug,
                Town = r.Slug,
                TownName = r.Town.Name,
                PledgedFor = context
                    .Rallies.Where(first => first.Id == p.FirstRallyId && first.Id != r.Id)
                    .Select(first => first.Name != "" ? first.Name : first.Town.Name)
                    .FirstOrDefault(),
                Bringing = p.Bringing,
                IsWithdrawn = p.WithdrawnAt != null,
                CameByMail = p.MailSecretHash == hash,
                Mail =
                    p.MailAskedAt == null ? PledgeMail.None
                    : p.SealedMail == null ? PledgeMail.NotKept
                    : p.MailConfirmedAt == null ? PledgeMail.Waiting
                    : PledgeMail.Confirmed,
                IsInCalendar = p.PersonalCalendarId != null,
            }
        ).SingleOrDefaultAsync(cancellation);
    }
}
