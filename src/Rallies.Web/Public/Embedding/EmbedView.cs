using Rallies.Web.Public.Boards;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Embedding;

/// <summary>What the counter for other sites shows; rendered without a request, and so with the names of its assets.</summary>
public sealed record EmbedView(BoardView Board, bool IsRehearsal, EmbedAssets Assets)
{
    // People; between the two a dot is of the middle size.
    private const int Large = 1000;
    private readonly Outline outline = Outline.Covering(Board.Lines.Select(l => l.Rally.Town.Country));

    public string Land => outline.Small;
    public string ViewBox => string.Join(' ', outline.ViewBox.Select(EveningChart.Tenth));

    /// <summary>Where something is on and nobody has reported.</summary>
    public string Waiting => Dots(l => !l.Row.IsReporting);
    public string Lit => Dots(l => l.Row.IsReporting && l.Row.Headcount.High < Large);
    public string LitLarge => Dots(l => l.Row.IsReporting && l.Row.Headcount.High >= Large);

    // From north to south, so that neighbours in the text look alike and pack well.
    private string Dots(Func<BoardLine, bool> which) =>
        string.Concat(
            from line in Board.Lines
            where !line.IsOff && which(line)
            let at = outline.Project(line.Rally.Coordinates)
            orderby at.Y
            select FormattableString.Invariant($"M{at.X:0} {at.Y:0}h0")
        );
}
