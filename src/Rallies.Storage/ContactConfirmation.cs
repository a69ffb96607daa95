using NodaTime;

namespace Rallies.Storage;

/// <summary>A mailed request to confirm the address behind a rally; good for 48 hours.</summary>
public sealed class ContactConfirmation(int rallyId, byte[] secretHash, Instant askedAt)
{
    public int Id { get; private set; }
    public int RallyId { get; private set; } = rallyId;

    /// <summary>SHA-256 of the mailed secret, 32 bytes.</summary>
    public byte[] SecretHash { get; private set; } = secretHash;
    public Instant AskedAt { get; private set; } = askedAt;
}
