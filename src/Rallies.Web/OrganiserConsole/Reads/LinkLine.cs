using NodaTime;
using Rallies.Domain.Permissions;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A private link that works, in a list. Never the link itself: only its hash is kept.</summary>
/// <param name="IsYours">This browser came with it.</param>
/// <param name="Phones">Let in at the doors by this link, the latest used first.</param>
public sealed record LinkLine(
    Guid Id,
    Role Role,
    string Name,
    Instant MadeAt,
    Instant? LastUsedAt,
    bool IsYours,
    IReadOnlyList<PhoneLine> Phones
);
