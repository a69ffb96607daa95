using NodaTime;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A phone that counts at a door with a token of its own.</summary>
public sealed record PhoneLine(Guid Id, Instant MadeAt, Instant? LastUsedAt);
