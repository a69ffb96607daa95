using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Announcing;
using Rallies.Web.Counting;
using Rallies.Web.Live;
using Rallies.Web.Public;
using Rallies.Web.Reads;

namespace Rallies.Web.Stage;

/// <summary>The screen in a rally's square, for whoever holds a steward's or organiser's link, and the code it shows.</summary>
internal static class ScreenPages
{
    public static void MapScreen(this IEndpointRouteBuilder stage)
    {
        stage.MapGet(Addresses.BigScreen, ShowAsync);
        stage.MapGet(Addresses.BigScreenCode, CodeAsync);
    }

    private static async Task<IResult> ShowAsync(
        string day,
        string town,
        HttpContext http,
        StageEntrance entrance,
        CountBook book,
        LiveBoard board,
        DayReads days,
        Stages stages,
        Announcements announcements,
        CodeOnScreen screen,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (
            await entrance.FindAsync(http, day, town, Verb.ShowBigScreen, cancellation) is not { } place
            || book.Find(day, town) is not { } count
            || board.Find(day) is not { } figures
            || await days.FindAsync(day, cancellation) is not { } shown
        )
            return PublicPage.NotFound(http);
        if (!place.May)
            return PublicPage.Show<GatePage>(new GateModel(null, ScreenIn: place.Name.TownName), StatusCodes.Status403Forbidden);
        var now = clock.GetCurrentInstant();
        return PublicPage.Show<SquarePage>(
            new SquareView(
                place.Name,
                count.Rally,
                count.Row,
                figures,
                shown.Rallies.ToDictionary(r => r.Slug, r => r.Town.Name),
                stages.Of(day, town),
                announcements.Shown(day, town),
                ScreenCode.Of(count.Rally, screen, now),
                now
            )
        );
    }

    // Asked again and again by a page that stands for hours; a link that was revoked shows no code from the next time on.
    private static async Task<IResult> CodeAsync(
        string day,
        string town,
        HttpContext http,
        StageEntrance entrance,
        CountBook book,
        CodeOnScreen screen,
        IClock clock,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (
            await entrance.FindAsync(http, day, town, Verb.ShowBigScreen, cancellation) is not { } place
            || book.Find(day, town) is not { } count
        )
            return TypedResults.Problem("There is no such rally.", statusCode: StatusCodes.Status404NotFound);
        return place.May
            ? TypedResults.Json(ScreenCode.Of(count.Rally, screen, clock.GetCurrentInstant()))
            : TypedResults.Problem(
                "The code is shown to a steward's or organiser's link only.",
                statusCode: StatusCodes.Status403Forbidden
            );
    }
}
