using NodaTime;

namespace Rallies.Domain.Permissions;

/// <summary>What a private link gives. The link's secret itself is known only to whoever holds it.</summary>
public sealed class Grant
{
    public const int MaxNameLength = 60;

    /// <param name="rallyId">The rally it reaches; null for an admin alone.</param>
    /// <param name="id">Of whoever has to find it again; null for a new one.</param>
    public Grant(Role role, int? rallyId, string name, Secret secret, Instant now, Guid? id = null)
    {
        if (role == Role.Admin != rallyId is null)
            throw new ArgumentException("An admin's grant has no rally, every other has one.", nameof(rallyId));
        Id = id ?? Guid.CreateVersion7();
        Role = role;
        RallyId = rallyId;
        Name = Text.Required(name, MaxNameLength, nameof(name));
        SecretHash = secret.Hash();
        MadeAt = now;
    }

    private Grant() { }

    public Guid Id { get; private set; }
    public Role Role { get; private set; }
    public int? RallyId { get; private set; }

    /// <summary>What its maker calls it: "Door 2, Amina".</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the secret, 32 bytes.</summary>
    public byte[] SecretHash { get; private set; } = [];
    public Instant MadeAt { get; private set; }
    public Instant? LastUsedAt { get; private set; }
    public Instant? RevokedAt { get; private set; }

    /// <summary>A name for a grant nobody has named yet: the town's, cut where it is longer than a grant's may be.</summary>
    public static string NameOf(string town) => town[..Math.Min(town.Length, MaxNameLength)];

    public bool Allows(Verb verb, int? rallyId) =>
        RevokedAt is null && PermissionTable.Allows(Role, verb) && (Role == Role.Admin || RallyId == rallyId);

    public bool Revoke(Instant now)
    {
        if (RevokedAt is not null)
            return false;
        RevokedAt = now;
        return true;
    }
}
