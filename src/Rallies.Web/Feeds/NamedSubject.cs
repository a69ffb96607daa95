using NodaTime;

namespace Rallies.Web.Feeds;

/// <summary>What a feed's subject is called, and since when.</summary>
public sealed record NamedSubject(string Name, Instant ChangedAt);
