using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Web.Public.Boards;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Press;

/// <summary>Which rallies the press sheet names, and its sums by region and by what the figures rest on.</summary>
internal sealed class PressTables(
    IStringLocalizer<PressTables> words,
    Reported reported,
    FigureWords figures,
    RegionNames regions,
    Said said
)
{
    private const int Shown = 10;

    public static IReadOnlyList<BoardLine> Largest(BoardView board) =>
        [.. BoardOrder.Usual.Of(board.Lines).Where(line => line.Row.IsReporting).Take(Shown)];

    /// <summary>
    /// The smallest first, those among the largest left out. Where people only checked themselves in, nobody knows how small it is.
    /// </summary>
    public static IReadOnlyList<BoardLine> Smallest(BoardView board, IReadOnlyList<BoardLine> largest) =>
        [
            .. BoardOrder
                .Usual.Of(board.Lines)
                .Where(line => line.Row is { IsReporting: true, Headcount: { High: > 0, Kind: not FigureKind.CheckedIn } })
                .Except(largest)
                .Reverse()
                .Take(Shown),
        ];

    public IReadOnlyList<PressRow> Rows(IEnumerable<BoardLine> lines, BoardView board) =>
        [
            .. lines.Select(line => new PressRow(
                line.Name,
                regions.Of(line.Rally.Town.Region),
                reported.Kind(line.Row),
                When(line, board),
                reported.People(line.Row)
            )),
        ];

    /// <summary>The most people first; empty where all lie in one.</summary>
    public IReadOnlyList<PressRow> Regions(BoardView board)
    {
        var all = board.Lines.GroupBy(line => line.Rally.Town.Region).ToList();
        if (all.Count < 2)
            return [];
        return
        [
            .. from region in all
            let live = region.Count(line => line.Row.IsLive)
            where live > 0 || High(region) > 0
            orderby High(region) descending, live descending, region.Key
            select Sum(
                regions.Of(region.Key),
                words["reporting", said.Number(region.Count(line => line.Row.IsReporting)), said.Number(live)],
                region
            ),
        ];
    }

    /// <summary>What the total is made of: these sums add up to it.</summary>
    public IReadOnlyList<PressRow> Kinds(BoardView board) =>
        [
            .. from kind in FigureSources.Kinds
            let those = board.Lines.Where(line => line.Row.Headcount.Kind == kind).ToList()
            where those.Count > 0
            select Sum(words[$"kind.{kind}"], words[those.Count == 1 ? "rallies.one" : "rallies.other", said.Number(those.Count)], those),
        ];

    private PressRow Sum(string name, string basis, IEnumerable<BoardLine> lines) =>
        new(name, "", basis, "", reported.Range(lines.Sum(line => line.Row.Headcount.Low), High(lines)));

    private static int High(IEnumerable<BoardLine> lines) => lines.Sum(line => line.Row.Headcount.High);

    // The clock's time, as it is pasted elsewhere; how long ago it was, while that says more.
    private string When(BoardLine line, BoardView board)
    {
        var asOf = line.Row.Headcount.AsOf!.Value;
        var at = figures.At(asOf, board.Day.Zone, board.Now);
        return board.Now - asOf < Duration.FromHours(1) ? words["when", at, reported.Age(line.Row, board.Now)] : at;
    }
}
