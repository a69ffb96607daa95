using NodaTime;
using Rallies.Domain;
using Rallies.Web.Announcing;
using Rallies.Web.Counting;
using Rallies.Web.Hubs;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Public.Boards;

/// <summary>The national board of a day; with <c>?screen=1</c> for a projector.</summary>
internal static class BoardEndpoint
{
    // About as long as a frame may be on its way; a crowd without script then asks the site once.
    private const int KeptSeconds = 5;

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        DayReads days,
        FrameMaker frames,
        Crowd crowd,
        Evenings evenings,
        Announcements announcements,
        Falls falls,
        IClock clock,
        string day,
        CancellationToken cancellation
    )
    {
        if (!Slug.IsValid(day))
            return PublicPage.NotFoundOrLowerCase(context);
        if (frames.Find(day) is not { } figures || await days.FindAsync(day, cancellation) is not { } shown)
            return PublicPage.NotFound(context);
        PublicPage.MayBeKept(context, KeptSeconds);
        // One taken down a moment ago is missing from one of the two, and so from both.
        var lines = shown.Rallies.Where(r => figures.Rows.ContainsKey(r.Slug)).Select(r => new BoardLine(r, figures.Rows[r.Slug])).ToList();
        var view = new BoardView(
            shown.Day,
            figures,
            lines,
            evenings.Of(day),
            BoardOrder.Read(context.Request.Query),
            clock.GetCurrentInstant()
        )
        {
            Announced = announcements.Shown(day, null),
            Falls = falls.Of(day),
            Transport = crowd.ForNewcomers,
        };
        return context.Request.Query["screen"] == "1" ? PublicPage.Show<ScreenPage>(view)
            : view.IsCancelled || !view.HasBegun ? PublicPage.Show<QuietBoardPage>(view)
            : PublicPage.Show<BoardPage>(view);
    }
}
