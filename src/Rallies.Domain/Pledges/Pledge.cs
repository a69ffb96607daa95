using NodaTime;

namespace Rallies.Domain.Pledges;

/// <summary>"I'm coming": how many, and nothing of who.</summary>
public sealed class Pledge
{
    public const int MostBringing = 20;

    /// <summary>How long the button in the mail works; then the address is forgotten.</summary>
    public static readonly Duration ConfirmWithin = Duration.FromHours(48);

    /// <param name="id">Made by the device, afresh for each pledge (RFC 9562).</param>
    /// <param name="bringing">Others besides oneself, 0 to 20.</param>
    public Pledge(Guid id, int rallyId, int bringing, byte[] secretHash, Instant now)
    {
        if (id == Guid.Empty)
            throw new ArgumentException("A pledge has an id of its own.", nameof(id));
        Id = id;
        RallyId = FirstRallyId = KnowsRallyId = rallyId;
        SecretHash = secretHash;
        Bringing = FirstBringing = Checked(bringing);
        MadeAt = now;
    }

    private Pledge() { }

    public Guid Id { get; private set; }

    /// <summary>What they come to: the rally they pledged for, or the one it has become part of.</summary>
    public int RallyId { get; private set; }

    /// <summary>The rally they pledged for, whatever has become of it since.</summary>
    public int FirstRallyId { get; private set; }
    public int Bringing { get; private set; }

    /// <summary>As it was first sent: what the same id sent again is compared with.</summary>
    public int FirstBringing { get; private set; }

    /// <summary>SHA-256 of the secret of /p/; the secret is derived from the id by the site's key.</summary>
    public byte[] SecretHash { get; private set; } = [];
    public Instant MadeAt { get; private set; }
    public Instant? WithdrawnAt { get; private set; }

    /// <summary>Sealed with the key ring; null when none was given, and after it was deleted.</summary>
    public string? SealedMail { get; private set; }

    /// <summary>Keyed hash of the address, 32 bytes, for as long as the address is held.</summary>
    public byte[]? MailHash { get; private set; }

    /// <summary>SHA-256 of the secret that only the mail tells: whoever pledged does not know it and cannot confirm a stranger's address. Null until that mail is written.</summary>
    public byte[]? MailSecretHash { get; private set; }

    /// <summary>When an address was given, or its letter went out, if that was later; null when none was given.</summary>
    public Instant? MailAskedAt { get; private set; }
    public Instant? MailConfirmedAt { get; private set; }

    /// <summary>Of the mails to them: en or cy.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>The rally they know they come to: the one they pledged for, or the one they were last written to about.</summary>
    public int KnowsRallyId { get; private set; }

    /// <summary>That rally's SEQUENCE that they know of: as it was when they pledged, or when they were last written to.</summary>
    public int KnowsSequence { get; private set; }

    /// <summary>The calendar of their own that they put it into; null while they have none.</summary>
    public int? PersonalCalendarId { get; private set; }

    /// <summary>Themselves and whom they bring; 0 once withdrawn.</summary>
    public int People => WithdrawnAt is null ? 1 + Bringing : 0;

    /// <summary>The same was sent before, whatever has been changed or withdrawn since. An address already forgotten is taken to be the same.</summary>
    public bool Repeats(int rallyId, int bringing, byte[]? mailHash) =>
        RallyId == rallyId
        && FirstBringing == bringing
        && MailAskedAt is null == mailHash is null
        && (MailHash is null || MailHash.AsSpan().SequenceEqual(mailHash));

    /// <summary>Others besides oneself, 0 to 20. Somebody who had withdrawn comes after all.</summary>
    public bool Bring(int bringing)
    {
        if (WithdrawnAt is null && bringing == Bringing)
            return false;
        (Bringing, WithdrawnAt) = (Checked(bringing), null);
        return true;
    }

    public bool Withdraw(Instant now)
    {
        if (WithdrawnAt is not null)
            return false;
        WithdrawnAt = now;
        ForgetMail();
        return true;
    }

    /// <param name="mailSecretHash">Null while the letter has to wait for another.</param>
    public void ReachAt(string sealedMail, byte[] mailHash, byte[]? mailSecretHash, string language, Instant now) =>
        (SealedMail, MailHash, MailSecretHash, Language, MailAskedAt, MailConfirmedAt) = (
            sealedMail,
            mailHash,
            mailSecretHash,
            language,
            now,
            null
        );

    /// <summary>Its letter had to wait for another and goes out only now.</summary>
    public void AskNow(byte[] mailSecretHash, Instant now) => (MailSecretHash, MailAskedAt) = (mailSecretHash, now);

    /// <summary>They know when and where, as the rally they come to stands at this SEQUENCE.</summary>
    public void Know(int sequence) => (KnowsRallyId, KnowsSequence) = (RallyId, sequence);

    /// <summary>An address was given that gets no mail today; it is not kept.</summary>
    public void NotReached(Instant now) => MailAskedAt = now;

    public void StandIn(PersonalCalendar calendar) => PersonalCalendarId = calendar.Id;

    public void ForgetMail() => (SealedMail, MailHash) = (null, null);

    private static int Checked(int bringing) =>
        bringing is >= 0 and <= MostBringing
            ? bringing
            : throw new ArgumentOutOfRangeException(nameof(bringing), bringing, $"0 to {MostBringing}.");
}
