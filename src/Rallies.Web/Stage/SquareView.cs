using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Announcing;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Stage;

/// <summary>What the screen in the square shows.</summary>
/// <param name="Rally">As counting knows it.</param>
/// <param name="Row">Its own figure.</param>
/// <param name="Names">Of all the day's towns, by the rallies' slugs.</param>
/// <param name="Speaking">Null while there is nothing to say.</param>
/// <param name="Announced">The newest first.</param>
public sealed record SquareView(
    NamedRally Name,
    CountedRally Rally,
    BoardRow Row,
    DayBoard Board,
    IReadOnlyDictionary<string, string> Names,
    Speaking? Speaking,
    IReadOnlyList<SaidToAll> Announced,
    ScreenCode Code,
    Instant Now
)
{
    public BoardTotal Total => Board.Total;
    public Instant Starts => Rally.Hours.Rally.Start;
    public bool HasBegun => Now >= Starts;
}
