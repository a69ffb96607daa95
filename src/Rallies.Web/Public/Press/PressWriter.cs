using Microsoft.Extensions.Localization;
using Rallies.Domain.Counting;
using Rallies.Web.Layout;
using Rallies.Web.Public.Boards;
using Rallies.Web.Rehearsing;
using Rallies.Web.Settings;
using Rallies.Web.Words;

namespace Rallies.Web.Public.Press;

/// <summary>Puts a day's figures into the words of the press sheet.</summary>
internal sealed class PressWriter(
    IStringLocalizer<PressWriter> words,
    IStringLocalizer<RehearsalBand> rehearsal,
    RehearsedDays rehearsed,
    PressTables tables,
    Reported reported,
    Said said,
    PublicAddress address
)
{
    private const int NamesShown = 20;

    public PressSheet Write(BoardView board)
    {
        var day = board.Day;
        var hasFigures = board.HasFigures;
        return new PressSheet
        {
            Day = day.Slug,
            Title = day.Name,
            Kicker = words["kicker"],
            When = words["when", said.FullDate(day.StartsAt.Date), said.Time(day.StartsAt.TimeOfDay)],
            Stamp = words["stamp", Moment(board)],
            Warning = rehearsed.IsOn(day.Slug) ? $"{rehearsal["rehearsal"]} {rehearsal["played"]}" : null,
            Figure = hasFigures ? reported.Range(board.Total.Low, board.Total.High) : null,
            FigureOf =
                !hasFigures ? ""
                : board.IsLive ? words["people"]
                : words["people-were"],
            Facts = [.. Facts(board)],
            Sections = [.. Sections(board, hasFigures).Where(section => !section.IsEmpty)],
        };
    }

    private IEnumerable<string> Facts(BoardView board)
    {
        if (board.IsCancelled)
        {
            yield return words["called-off-day"];
            yield break;
        }
        if (!board.HasBegun)
        {
            yield return board.Day.RalliesOn == 1 ? words["are-on.one"] : words["are-on.other", said.Number(board.Day.RalliesOn)];
            if (board.Opens is { } opens)
                yield return words[
                    "opens",
                    $"{said.Moment(opens.InZone(board.Day.Zone).LocalDateTime, board.Day.Zone, board.Now)} {said.Zone(board.Day.ZoneId)}"
                ];
            yield break;
        }
        if (!board.HasFigures)
            yield return words["nobody-yet"];
        yield return Said.Sentence($"{reported.Reporting(board.Total)}, {reported.Oldest(board.Total, board.Now)}.");
        if (!board.IsLive)
            yield return words["over"];
    }

    private IEnumerable<PressSection> Sections(BoardView board, bool hasFigures)
    {
        if (hasFigures)
        {
            if (board.Total.Reporting > 0)
                yield return new("quote", words["quote.title"]) { IsQuote = true, Said = [Quote(board)] };
            var largest = PressTables.Largest(board);
            yield return new("largest", words["largest.title"]) { Rows = tables.Rows(largest, board) };
            var smallest = PressTables.Smallest(board, largest);
            if (smallest.Count > 0)
                yield return new("smallest", words["smallest.title"])
                {
                    Said = [words["smallest.why"]],
                    Rows = tables.Rows(smallest, board),
                };
            yield return new("regions", words["regions.title"]) { Rows = tables.Regions(board) };
        }
        yield return new("changes", words["changes.title"]) { Said = [.. Changes(board)] };
        yield return new("method", words["method.title"])
        {
            Said =
            [
                words["method.sum"],
                words["method.counted"],
                words["method.estimated"],
                words["method.checked-in"],
                words["method.corrected"],
                words["method.range"],
                words["method.pledges"],
            ],
            Rows = hasFigures ? tables.Kinds(board) : [],
        };
        yield return new("more", words["more.title"]) { Said = [words["more.who"]], Links = Links(board.Day.Slug) };
    }

    // One sentence that is true wherever it is pasted.
    private string Quote(BoardView board)
    {
        var (total, at) = (board.Total, Moment(board));
        var (reporting, live) = (said.Number(total.Reporting), said.Number(total.Live));
        return total.Low == total.High
            ? words["quote.one", board.Day.Name, said.Number(total.Low), reporting, live, at]
            : words["quote.range", board.Day.Name, said.Number(total.Low), said.Number(total.High), reporting, live, at];
    }

    private IEnumerable<string> Changes(BoardView board)
    {
        var named = board.Lines.ToDictionary(line => line.Rally.Slug);
        foreach (var fall in board.Falls)
            if (named.TryGetValue(fall.Now.Town, out var line)) // one that was hidden since is not named any more
                yield return $"{said.Time(FigureHistory.MinuteOf(fall.At).InZone(board.Day.Zone).TimeOfDay)}: {reported.Fell(line.Name, fall.Before, fall.Now)}.";
        var corrected = board.Lines.Where(line => line.Row.IsReporting && line.Row.Headcount.Kind is FigureKind.Corrected);
        if (Names(corrected) is { Length: > 0 } names)
            yield return words["changes.corrected", names];
        if (!board.IsCancelled && Names(board.Lines.Where(line => line.IsOff)) is { Length: > 0 } off)
            yield return words["changes.off", off];
    }

    private string Names(IEnumerable<BoardLine> lines)
    {
        var names = lines.Select(line => line.Name).ToList();
        var shown = string.Join(", ", names.Take(NamesShown));
        return names.Count > NamesShown ? words["and-more", shown, said.Number(names.Count - NamesShown)] : shown;
    }

    private PressLink[] Links(string day) =>
        [
            new(words["more.board"], address.Absolute(Addresses.ForBoard(day))),
            new(words["more.table"], address.Absolute(Addresses.ForCountsTable(day))),
            new(words["more.embed"], address.Absolute(Addresses.ForEmbed(day))),
        ];

    private string Moment(BoardView board)
    {
        var local = FigureHistory.MinuteOf(board.Now).InZone(board.Day.Zone).LocalDateTime;
        return words["moment", said.Time(local.TimeOfDay), said.Zone(board.Day.ZoneId), said.FullDate(local.Date)];
    }
}
