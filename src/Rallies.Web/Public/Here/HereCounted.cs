using NodaTime;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Here;

/// <summary>What somebody sees who has been counted.</summary>
/// <param name="Others">Those counted with them; null when this phone had been counted before.</param>
public sealed record HereCounted(NamedRally Rally, int? Others, BoardRow Row, BoardTotal Country, Speaking? Stage, Instant Now);
