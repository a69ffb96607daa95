using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Web.Announcing;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Boards;

/// <summary>What the board of a day shows.</summary>
/// <param name="Lines">All rallies, those called off among them.</param>
/// <param name="Evening">How the total came about.</param>
public sealed record BoardView(
    ListedDay Day,
    DayBoard Board,
    IReadOnlyList<BoardLine> Lines,
    Evening Evening,
    BoardOrder Order,
    Instant Now
)
{
    private const int NewestShown = 10;

    /// <summary>What was announced lately, the newest first.</summary>
    public IReadOnlyList<SaidToAll> Announced { get; init; } = [];

    /// <summary>Why the total fell, the newest first.</summary>
    public IReadOnlyList<Fall> Falls { get; init; } = [];
    public Transport Transport { get; init; }

    public BoardTotal Total => Board.Total;
    public bool IsCancelled => Day.Status is DayStatus.Cancelled;

    /// <summary>Doors have opened somewhere.</summary>
    public bool HasBegun => Total.Live > 0;

    /// <summary>Somebody was counted, or doors counted nobody.</summary>
    public bool HasFigures => HasBegun && !IsCancelled && (Total.Reporting > 0 || Total.High > 0);

    /// <summary>Somewhere they are open still.</summary>
    public bool IsLive => Lines.Any(l => l.Row is { IsLive: true, Open: true });

    /// <summary>When the first doors open.</summary>
    public Instant? Opens =>
        Lines.Where(l => !l.IsOff).Select(l => (Instant?)(l.Row.StartsAt.ToInstant() - CountingHours.DoorsBefore)).Min();

    /// <summary>When it begins where: the hours that come, and those that have come, each once, the earliest first.</summary>
    public IReadOnlyList<(Instant Starts, DateTimeZone Zone, int Towns)> RollCall =>
        [
            .. Lines
                .Where(l => l.Rally.IsOn)
                .GroupBy(l => l.Rally.Hours.Start)
                .OrderBy(hour => hour.Key)
                .Select(hour =>
                    (hour.Key, hour.GroupBy(l => l.Rally.Town.ZoneId).MaxBy(z => z.Count())!.First().Rally.Town.Zone, hour.Count())
                ),
        ];

    public IReadOnlyList<BoardLine> Newest =>
        [
            .. Lines
                .Where(l => l.Row.IsReporting)
                .OrderByDescending(l => l.Row.Headcount.AsOf)
                .ThenBy(l => l.Rally.Slug, StringComparer.Ordinal)
                .Take(NewestShown),
        ];

    public int Of(FigureKind kind) => Lines.Count(l => l.Row.IsReporting && l.Row.Headcount.Kind == kind);
}
