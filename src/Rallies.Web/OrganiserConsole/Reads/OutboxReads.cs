using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Mail;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Lists the newest mails of the outbox for admins.</summary>
internal sealed class OutboxReads(IDbContextFactory<RalliesContext> database, Sealing sealing)
{
    public const int Most = 200;

    /// <summary>Newest first; null for whoever may not read the outbox.</summary>
    public async Task<IReadOnlyList<MailLine>?> NewestAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.ReadOutbox, null, cancellation) is null)
            return null;
        var mails = await context
            .Outbox.OrderByDescending(m => m.Id)
            .Take(Most)
            .Select(m => new
            {
                m.Id,
                m.SealedRecipient,
                m.SealedSubject,
                m.WrittenAt,
                m.SentAt,
                m.Attempts,
                HasBody = m.SealedBody != null,
            })
            .ToListAsync(cancellation);
        return
        [
            .. mails.Select(m => new MailLine(
                m.Id,
                sealing.TryOpen(m.SealedRecipient),
                sealing.TryOpen(m.SealedSubject),
                m.WrittenAt,
                m.SentAt,
                m.Attempts,
                m.SentAt is not null ? MailState.Sent
                    : m.HasBody ? MailState.Waiting
                    : MailState.GivenUp
            )),
        ];
    }
}
