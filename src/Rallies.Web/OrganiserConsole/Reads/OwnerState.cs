using NodaTime;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Whether somebody organises a rally.</summary>
/// <param name="HasOwner">Somebody started it here, or has used an owner's link.</param>
/// <param name="Waiting">The name on a link that nobody has used yet; null when there is none.</param>
/// <param name="SentAt">When that link was made.</param>
public sealed record OwnerState(bool HasOwner, string? Waiting, Instant? SentAt);
