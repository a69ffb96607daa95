using NodaTime;

namespace Rallies.Domain.Counting;

/// <summary>What a rally's log adds up to. The same log always gives the same headcount, in whatever order it arrived.</summary>
/// <param name="Entered">The sum of all ins.</param>
/// <param name="HereNow">Ins less outs in the order of the log, never below 0.</param>
/// <param name="Peak">The most that were here at once.</param>
/// <param name="Doors">Doors that have counted.</param>
/// <param name="Late">Taps made after the organiser closed the counting: kept, shown, and without effect.</param>
/// <param name="AsOf">Arrival of the last entry; null while there is none.</param>
public sealed record Headcount(
    FigureKind Kind,
    int Low,
    int High,
    int Entered,
    int HereNow,
    int Peak,
    int CheckedIn,
    int Doors,
    int Late,
    Instant? AsOf
)
{
    public static Headcount Nobody { get; } = new(FigureKind.None, 0, 0, 0, 0, 0, 0, 0, 0, null);
}
