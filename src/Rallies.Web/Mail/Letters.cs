using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Storage.Outbox;
using Rallies.Web.Settings;

namespace Rallies.Web.Mail;

/// <summary>Writes the site's mails into the outbox, in the transaction of what they tell of. Sending is the postman's work.</summary>
public sealed class Letters(IStringLocalizer<Letters> words, PublicAddress address, Sealing sealing, SiteKey key, IClock clock)
{
    /// <summary>Mails that one address gets in 24 hours, whoever asks for them.</summary>
    public const int MostADay = 3;

    public void RallyStarted(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret owner, Secret confirmation) =>
        Write(
            context,
            recipient,
            words["started.subject", rally.Town.Name, day.Name],
            words[
                "started.body",
                rally.Town.Name,
                day.Name,
                address.Absolute(Addresses.ForTown(day.Slug, rally.Slug)),
                address.Absolute(Addresses.ForConfirmingContact(confirmation.Text)),
                address.Absolute(Addresses.ForPrivateLink(owner.Text))
            ]
        );

    public void OwnerLinkAgain(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret owner) =>
        Write(
            context,
            recipient,
            words["again.subject", rally.Town.Name],
            words["again.body", rally.Town.Name, day.Name, address.Absolute(Addresses.ForPrivateLink(owner.Text))]
        );

    public void ConfirmPledge(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret pledge) =>
        Write(
            context,
            recipient,
            words["pledge.subject", rally.Town.Name, day.Name],
            words["pledge.body", rally.Town.Name, day.Name, address.Absolute(Addresses.ForPledgeKept(pledge.Text))]
        );

    public async Task<bool> MayStillWriteAsync(RalliesContext context, string recipient, Instant now, CancellationToken cancellation)
    {
        var hash = HashOf(recipient);
        var since = now - Duration.FromHours(24);
        return await context.Outbox.CountAsync(m => m.RecipientHash == hash && m.WrittenAt > since, cancellation) < MostADay;
    }

    private void Write(RalliesContext context, string recipient, string subject, string body) =>
        context.Outbox.Add(
            new WaitingMail(
                sealing.Seal(recipient.Trim()),
                sealing.Seal(subject),
                sealing.Seal(body),
                HashOf(recipient),
                clock.GetCurrentInstant()
            )
        );

    private byte[] HashOf(string recipient) => key.Derive("recipient", recipient.Trim().ToUpperInvariant());
}
