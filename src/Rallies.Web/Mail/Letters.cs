using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;
using Rallies.Storage.Outbox;
using Rallies.Web.Settings;
using Rallies.Web.Words;

namespace Rallies.Web.Mail;

/// <summary>Writes the site's mails into the outbox, in the transaction of what they tell of. Sending is the postman's work.</summary>
public sealed class Letters(IStringLocalizer<Letters> words, PublicAddress address, Said said, Sealing sealing, SiteKey key, IClock clock)
{
    /// <summary>Mails that one address gets in 24 hours, whoever asks for them.</summary>
    public const int MostADay = 3;

    /// <summary>How long the outbox remembers whom it wrote to.</summary>
    private static readonly Duration KeepRecipient = Duration.FromDays(30);

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
            ],
            KeepRecipient
        );

    /// <summary>To somebody to whom an admin hands a rally that nobody had.</summary>
    public void HandedOver(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret owner, Secret confirmation) =>
        Write(
            context,
            recipient,
            words["handed.subject", rally.Town.Name, day.Name],
            words[
                "handed.body",
                rally.Town.Name,
                day.Name,
                address.Absolute(Addresses.ForTown(day.Slug, rally.Slug)),
                address.Absolute(Addresses.ForPrivateLink(owner.Text)),
                address.Absolute(Addresses.ForConfirmingContact(confirmation.Text)),
                address.Origin.Host
            ],
            KeepRecipient
        );

    public void OwnerLinkAgain(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret owner) =>
        Write(
            context,
            recipient,
            words["again.subject", rally.Town.Name],
            words["again.body", rally.Town.Name, day.Name, address.Absolute(Addresses.ForPrivateLink(owner.Text))],
            KeepRecipient
        );

    /// <summary>Somebody's words, in their own mail's body alone and marked as theirs.</summary>
    public void AskedToJoin(RalliesContext context, string recipient, DayOfAction day, Rally rally, string from, string message) =>
        Write(
            context,
            recipient,
            words["join.subject", rally.Town.Name],
            words[
                "join.body",
                rally.Town.Name,
                day.Name,
                from,
                "> " + message.ReplaceLineEndings("\n> "),
                address.Absolute(Addresses.Organise)
            ],
            KeepRecipient
        );

    /// <param name="mailed">Known to this letter alone: whoever presses its button has read the letter.</param>
    public void ConfirmPledge(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret mailed) =>
        Write(
            context,
            recipient,
            words["pledge.subject", rally.Town.Name, day.Name],
            words["pledge.body", rally.Town.Name, day.Name, address.Absolute(Addresses.ForPledgeKept(mailed.Text))],
            Pledge.ConfirmWithin
        );

    /// <summary>To somebody who comes: what is so now, and their pledge's own page, where they can withdraw.</summary>
    public void RallyChanged(RalliesContext context, string recipient, DayOfAction day, Rally rally, Secret pledge)
    {
        var kind =
            rally.Status == RallyStatus.Cancelled || day.Status == DayStatus.Cancelled ? "off"
            : rally.Status == RallyStatus.Postponed ? "postponed"
            : "changed";
        HowItStands(context, recipient, kind, day, rally, rally.Town.Name, pledge);
    }

    /// <summary>To somebody who comes: the rally they know of is part of another now, or one of its own again.</summary>
    /// <param name="known">The one they know of.</param>
    /// <param name="rally">The one to come to.</param>
    public void OtherRally(RalliesContext context, string recipient, DayOfAction day, Rally known, Rally rally, Secret pledge)
    {
        if (rally.Status is RallyStatus.Cancelled or RallyStatus.Postponed || day.Status == DayStatus.Cancelled)
            RallyChanged(context, recipient, day, rally, pledge); // what matters now is that it is off
        else
            HowItStands(
                context,
                recipient,
                known.IsMerged ? "merged" : "parted",
                day,
                rally,
                (known.IsMerged ? known : rally).Town.Name,
                pledge
            );
    }

    /// <summary>To the organiser of one of two rallies that are one now.</summary>
    /// <param name="ownStays">Theirs is the one that stays.</param>
    public void RalliesMerged(RalliesContext context, string recipient, DayOfAction day, Rally merged, Rally survivor, bool ownStays)
    {
        var own = ownStays ? "stays" : "goes";
        Write(
            context,
            recipient,
            words[$"{own}.subject", (ownStays ? survivor : merged).Town.Name],
            words[
                $"{own}.body",
                NameOf(merged),
                day.Name,
                NameOf(survivor),
                merged.MergedBecause,
                address.Absolute(Addresses.ForTown(day.Slug, survivor.Slug)),
                address.Absolute(Addresses.ForOrganising(day.Slug, (ownStays ? survivor : merged).Slug))
            ],
            KeepRecipient
        );
    }

    /// <summary>Whether a letter to this address that asks to confirm a pledge has been written and may still be answered.</summary>
    public async Task<bool> HasUnansweredAsync(RalliesContext context, byte[] recipientHash, Instant now, CancellationToken cancellation) =>
        (await UnansweredAsync(context, recipientHash, now, cancellation)).Count > 0;

    public async Task AnsweredAsync(RalliesContext context, byte[] recipientHash, Instant now, CancellationToken cancellation)
    {
        foreach (var letter in await UnansweredAsync(context, recipientHash, now, cancellation))
            letter.Answered();
    }

    // These letters alone are kept for as long as their button works, and no longer.
    private static async Task<IReadOnlyList<WaitingMail>> UnansweredAsync(
        RalliesContext context,
        byte[] recipientHash,
        Instant now,
        CancellationToken cancellation
    )
    {
        var since = now - Pledge.ConfirmWithin;
        var letters = await context.Outbox.Where(m => m.RecipientHash == recipientHash && m.WrittenAt > since).ToListAsync(cancellation);
        return letters.FindAll(m => m.GoneAt == m.WrittenAt + Pledge.ConfirmWithin);
    }

    public Task<bool> MayStillWriteAsync(RalliesContext context, string recipient, Instant now, CancellationToken cancellation) =>
        MayStillWriteAsync(context, recipient, now, 0, cancellation);

    /// <param name="sparing">Mails of the day kept back for something more important.</param>
    public async Task<bool> MayStillWriteAsync(
        RalliesContext context,
        string recipient,
        Instant now,
        int sparing,
        CancellationToken cancellation
    )
    {
        var hash = HashOf(recipient);
        var since = now - Duration.FromHours(24);
        return await context.Outbox.CountAsync(m => m.RecipientHash == hash && m.WrittenAt > since, cancellation) < MostADay - sparing;
    }

    /// <summary>Keyed, 32 bytes: tells whether two addresses are one without knowing either.</summary>
    public byte[] HashOf(string recipient) => key.Derive("recipient", recipient.Trim().ToUpperInvariant());

    // Both may be in one town: the place, or else the address, tells them apart.
    private static string NameOf(Rally rally) => $"{rally.Town.Name}, {rally.MeetingPoint?.Place ?? rally.Slug}";

    private void HowItStands(
        RalliesContext context,
        string recipient,
        string kind,
        DayOfAction day,
        Rally rally,
        string town,
        Secret pledge
    )
    {
        var when = said.Moment(rally.StartsAt(day), rally.Town.Zone, clock.GetCurrentInstant());
        Write(
            context,
            recipient,
            words[$"{kind}.subject", town],
            words[
                $"{kind}.body",
                town,
                day.Name,
                $"{when} ({said.Zone(rally.Town.ZoneId)})",
                rally.MeetingPoint?.Place ?? words["place-later"].Value,
                rally.CalledOffBecause,
                address.Absolute(Addresses.ForTown(day.Slug, rally.Slug)),
                address.Absolute(Addresses.ForPledgeKept(pledge.Text)),
                rally.Town.Name
            ],
            KeepRecipient
        );
    }

    private void Write(RalliesContext context, string recipient, string subject, string body, Duration keep)
    {
        var now = clock.GetCurrentInstant();
        context.Outbox.Add(
            new WaitingMail(sealing.Seal(recipient.Trim()), sealing.Seal(subject), sealing.Seal(body), HashOf(recipient), now, now + keep)
        );
    }
}
