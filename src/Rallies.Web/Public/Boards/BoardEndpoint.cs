using Rallies.Domain;

namespace Rallies.Web.Public.Boards;

/// <summary>The national board of a day; with <c>?screen=1</c> for a projector.</summary>
internal static class BoardEndpoint
{
    // About as long as a frame may be on its way; a crowd without script then asks the site once.
    private const int KeptSeconds = 5;

    public static async Task<IResult> ShowAsync(HttpContext context, BoardViews boards, string day, CancellationToken cancellation)
    {
        if (!Slug.IsValid(day))
            return PublicPage.NotFoundOrLowerCase(context);
        if (await boards.AsBroadcastAsync(day, BoardOrder.Read(context.Request.Query), cancellation) is not { } view)
            return PublicPage.NotFound(context);
        PublicPage.MayBeKept(context, KeptSeconds);
        return context.Request.Query["screen"] == "1" ? PublicPage.Show<ScreenPage>(view)
            : view.IsCancelled || !view.HasBegun ? PublicPage.Show<QuietBoardPage>(view)
            : PublicPage.Show<BoardPage>(view);
    }
}
