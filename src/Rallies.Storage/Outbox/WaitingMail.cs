using NodaTime;

namespace Rallies.Storage.Outbox;

/// <summary>A mail to be sent. Recipient, subject and body are sealed with the key ring; the body goes once sent, or after 7 days.</summary>
public sealed class WaitingMail(
    string sealedRecipient,
    string sealedSubject,
    string? sealedBody,
    byte[] recipientHash,
    Instant writtenAt,
    Instant goneAt
)
{
    public int Id { get; private set; }
    public string SealedRecipient { get; private set; } = sealedRecipient;
    public string SealedSubject { get; private set; } = sealedSubject;
    public string? SealedBody { get; private set; } = sealedBody;

    /// <summary>Keyed hash of the address, 32 bytes: counts an address's mails of a day without knowing it.</summary>
    public byte[] RecipientHash { get; private set; } = recipientHash;
    public Instant WrittenAt { get; private set; } = writtenAt;

    /// <summary>When the whole entry goes, recipient and all, sent or not.</summary>
    public Instant GoneAt { get; private set; } = goneAt;
    public Instant? SentAt { get; private set; }
    public int Attempts { get; private set; }
    public Instant NextAttemptAt { get; private set; } = writtenAt;

    public void Sent(Instant now) => (SentAt, SealedBody) = (now, null);

    public void Failed(Instant now)
    {
        Attempts++;
        NextAttemptAt = now + Duration.FromMinutes(Math.Min(60, Math.Pow(2, Attempts)));
    }

    /// <summary>Nobody needs it any more, but it still counts among its address's mails of the day.</summary>
    public void Answered() => GoneAt = WrittenAt + Duration.FromHours(24);

    public void Expire() => SealedBody = null;
}
