using NodaTime;

namespace Rallies.Domain.Permissions;

/// <summary>
/// A phone that was let in at the doors by a private link and counts with a token of its own, since an installed page may not share
/// the browser's cookies. It may do less than its link, and nothing once either is revoked.
/// </summary>
public sealed class DoorDevice
{
    /// <summary>A link lets in at most this many phones; one more lets go of the one unused for longest.</summary>
    public const int MostOfLink = 40;

    public DoorDevice(Guid grantId, Secret token, Instant now)
    {
        Id = Guid.CreateVersion7();
        GrantId = grantId;
        TokenHash = token.Hash();
        MadeAt = now;
    }

    private DoorDevice() { }

    public Guid Id { get; private set; }

    /// <summary>The link that let it in.</summary>
    public Guid GrantId { get; private set; }

    /// <summary>SHA-256 of the token, 32 bytes.</summary>
    public byte[] TokenHash { get; private set; } = [];
    public Instant MadeAt { get; private set; }

    /// <summary>To the hour: enough to tell a forgotten phone, too little to follow a person.</summary>
    public Instant? LastUsedAt { get; private set; }
    public Instant? RevokedAt { get; private set; }

    public bool Revoke(Instant now)
    {
        if (RevokedAt is not null)
            return false;
        RevokedAt = now;
        return true;
    }
}
