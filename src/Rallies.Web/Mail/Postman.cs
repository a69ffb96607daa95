using System.Net;
using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Storage;
using Rallies.Storage.Outbox;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.Web.Mail;

/// <summary>Sends what waits in the outbox, and forgets bodies after 7 days whether sent or not. Without a mail server mails wait.</summary>
internal sealed partial class Postman(
    IDbContextFactory<RalliesContext> database,
    RalliesSettings settings,
    Sealing sealing,
    IClock clock,
    ILogger<Postman> logger
) : Round(TimeSpan.FromSeconds(10), logger)
{
    private static readonly Duration KeepBody = Duration.FromDays(7);

    protected override async Task GoAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        foreach (
            var stale in await context.Outbox.Where(m => m.SealedBody != null && m.WrittenAt < now - KeepBody).ToListAsync(cancellation)
        )
            stale.Expire();
        if (settings.Smtp is { } smtp)
            foreach (
                var mail in await context
                    .Outbox.Where(m => m.SentAt == null && m.SealedBody != null && m.NextAttemptAt <= now)
                    .OrderBy(m => m.Id)
                    .Take(50)
                    .ToListAsync(cancellation)
            )
            {
                await DeliverAsync(smtp, mail, cancellation);
                await context.SaveChangesAsync(cancellation);
            }
        await context.SaveChangesAsync(cancellation);
    }

    private async Task DeliverAsync(SmtpSettings smtp, WaitingMail mail, CancellationToken cancellation)
    {
        if (
            sealing.TryOpen(mail.SealedRecipient) is not { } recipient
            || sealing.TryOpen(mail.SealedSubject) is not { } subject
            || sealing.TryOpen(mail.SealedBody!) is not { } body
        )
        {
            mail.Expire();
            LogUnreadable(mail.Id);
            return;
        }
        try
        {
            using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.IsEncrypted };
            if (smtp.User is { Length: > 0 })
                client.Credentials = new NetworkCredential(smtp.User, smtp.Password);
            using var message = new MailMessage(smtp.From, recipient, subject, body);
            // SmtpClient's own time limit does not hold for sending asynchronously.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            await client.SendMailAsync(message, patience.Token);
            mail.Sent(clock.GetCurrentInstant());
        }
        catch (Exception e)
            when (e is SmtpException or FormatException or IOException or OperationCanceledException
                && !cancellation.IsCancellationRequested
            )
        {
            mail.Failed(clock.GetCurrentInstant());
            LogWaits(mail.Id, mail.Attempts, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} waits after {Attempts} attempts ({Reason}).")]
    private partial void LogWaits(int id, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} was sealed with a key that is gone; it is not sent.")]
    private partial void LogUnreadable(int id);
}
