using NodaTime;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Pickets;

/// <summary>What the page of a dispute shows.</summary>
public sealed record DisputeView(ShownDispute Dispute, Instant Now);
