using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Here;

/// <summary>Why nobody can check in now.</summary>
public enum WhyShut
{
    NotYet,
    Ended,
    Closed,
    Postponed,
    CalledOff,
}

/// <summary>What "I'm here" shows while it takes nobody in.</summary>
/// <param name="Shown">Told where it helps: why it is called off, and where else to go.</param>
public sealed record HereShut(NamedRally Rally, WhyShut Why, CountingHours Hours, BoardRow Row, Instant Now, ShownRally? Shown)
{
    /// <summary>The nearest rally that somebody could still reach.</summary>
    public NearRally? Alternative => Shown?.Nearest.FirstOrDefault(n => Now < n.Rally.Hours.End);
}
