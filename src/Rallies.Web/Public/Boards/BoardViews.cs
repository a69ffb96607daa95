using NodaTime;
using Rallies.Web.Announcing;
using Rallies.Web.Counting;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Boards;

/// <summary>Brings together what a day's board shows: its figures, and the rallies as the public may see them.</summary>
internal sealed class BoardViews(
    DayReads days,
    FrameMaker frames,
    LiveBoard board,
    Crowd crowd,
    Evenings evenings,
    Announcements announcements,
    Falls falls,
    IClock clock
)
{
    /// <summary>As pages that follow the frames have to begin; null for an unknown day.</summary>
    public Task<BoardView?> AsBroadcastAsync(string day, BoardOrder order, CancellationToken cancellation) =>
        OfAsync(frames.Find(day), order, cancellation);

    /// <summary>As the API tells it, with nothing still on its way; null for an unknown day.</summary>
    public Task<BoardView?> LatestAsync(string day, CancellationToken cancellation) =>
        OfAsync(board.Find(day), BoardOrder.Usual, cancellation);

    private async Task<BoardView?> OfAsync(DayBoard? figures, BoardOrder order, CancellationToken cancellation)
    {
        if (figures is null || await days.FindAsync(figures.Day, cancellation) is not { } shown)
            return null;
        // One taken down a moment ago is missing from one of the two, and so from both.
        var lines = shown.Rallies.Where(r => figures.Rows.ContainsKey(r.Slug)).Select(r => new BoardLine(r, figures.Rows[r.Slug])).ToList();
        return new BoardView(shown.Day, figures, lines, evenings.Of(figures.Day), order, clock.GetCurrentInstant())
        {
            Announced = announcements.Shown(figures.Day, null),
            Falls = falls.Of(figures.Day),
            Transport = crowd.ForNewcomers,
        };
    }
}
