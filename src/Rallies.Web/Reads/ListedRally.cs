using NodaTime;
using Rallies.Domain;

namespace Rallies.Web.Reads;

/// <summary>A rally as lists, maps and programs see it.</summary>
public sealed record ListedRally
{
    /// <summary>Slug of its day.</summary>
    public required string Day { get; init; }
    public required string Slug { get; init; }
    public required RallyTown Town { get; init; }

    /// <summary>A name of its own; empty when the town and the day say it all.</summary>
    public required string Name { get; init; }

    /// <summary>Null while it is still to be confirmed.</summary>
    public required string? Place { get; init; }

    /// <summary>The pin, or the middle of the town.</summary>
    public required Coordinates Coordinates { get; init; }
    public required RallyStatus Status { get; init; }

    /// <summary>On the town's wall clock.</summary>
    public required LocalDateTime StartsAt { get; init; }
    public required Duration Lasts { get; init; }
    public AccessFact StepFree { get; init; }
    public AccessFact SignLanguage { get; init; }
    public AccessFact ChildrenWelcome { get; init; }

    /// <summary>Somebody can go there at the hour announced.</summary>
    public bool IsOn => Status is RallyStatus.Confirmed or RallyStatus.Tentative;

    public Interval Hours
    {
        get
        {
            var start = WallClock.InstantOf(StartsAt, Town.Zone);
            return new Interval(start, start + Lasts);
        }
    }
}
