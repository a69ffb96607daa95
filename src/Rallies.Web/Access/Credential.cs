using NodaTime;
using Rallies.Domain.Permissions;

namespace Rallies.Web.Access;

/// <summary>What a secret in the Authorization header stands for: a private link itself, or a phone it has let in.</summary>
/// <param name="Device">Null for the link itself.</param>
public sealed record Credential(Grant Grant, DoorDevice? Device)
{
    public Instant? LastUsedAt => Device is null ? Grant.LastUsedAt : Device.LastUsedAt;

    /// <summary>A phone counts, and does nothing else, whoever's link let it in.</summary>
    public bool Allows(Verb verb, int? rallyId) =>
        (Device is null || (Device.RevokedAt is null && verb == Verb.CountAtDoor)) && Grant.Allows(verb, rallyId);
}
