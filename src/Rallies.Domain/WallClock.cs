using NodaTime;
using NodaTime.TimeZones;

namespace Rallies.Domain;

/// <summary>From what a town's clock shows to the instant it means.</summary>
public static class WallClock
{
    /// <summary>
    /// The instant at which <paramref name="zone"/>'s clocks show <paramref name="local"/>; the earlier of two when they are put
    /// back; and when they are put forward past it, the instant at which they would have shown it, had nobody touched them.
    /// </summary>
    public static Instant InstantOf(LocalDateTime local, DateTimeZone zone) =>
        zone.ResolveLocal(local, Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted)).ToInstant();

    /// <summary>False when the clocks jump over this time: nobody can arrive at 01:30 on a night that has none.</summary>
    public static bool Exists(LocalDateTime local, DateTimeZone zone) => zone.MapLocal(local).Count > 0;

    /// <summary>True when the clocks show this time twice.</summary>
    public static bool IsAmbiguous(LocalDateTime local, DateTimeZone zone) => zone.MapLocal(local).Count > 1;
}
