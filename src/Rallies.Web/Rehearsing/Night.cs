using NodaTime;

namespace Rallies.Web.Rehearsing;

/// <summary>What everybody who plays in a night shares: its clock, tally and the board that is watched.</summary>
internal sealed class Night(IClock clock, TimeProvider time, PlayedBoard board)
{
    private readonly long began = time.GetTimestamp();

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Since the night began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(began);

    public Tally Tally { get; } = new();
    public PlayedBoard Board => board;
}
