using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Public;
using Rallies.Web.Public.Forms;
using Rallies.Web.UseCases;
using Rallies.Web.Words;

namespace Rallies.Web.Stage;

/// <summary>The chair's screen at the lectern: forms that work without script, and a sheet to print.</summary>
internal static class ChairPages
{
    public static void MapChair(this IEndpointRouteBuilder stage)
    {
        stage.MapGet(Addresses.Chair, ShowAsync);
        stage.MapPost(Addresses.Chair, CueAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        string day,
        string town,
        HttpContext http,
        StageEntrance entrance,
        ChairDesk desk,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await entrance.FindAsync(http, day, town, Verb.CueSpeakers, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        return place.May ? PublicPage.Show<ChairPage>(await desk.ViewAsync(place.Name, cancellation)) : Refuse();
    }

    private static async Task<IResult> CueAsync(
        string day,
        string town,
        HttpContext http,
        StageEntrance entrance,
        ChairDesk desk,
        CueSpeakers cue,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await entrance.FindAsync(http, day, town, Verb.CueSpeakers, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        if (!place.May)
            return Refuse();
        if (ChairTap.Read(await SentForm.ReadAsync(http.Request, cancellation)) is not { } say)
            return PublicPage.Sentence(http, StatusCodes.Status422UnprocessableEntity, "No button of this page says that.");
        var ended = await say(cue, place.Held, place.Name.Id, cancellation);
        if (ended is Cued.Made or Cued.AlreadySo)
            return SeeOther.To(http, SameLanguage.In(http.Request, Addresses.ForChair(day, town)));
        return PublicPage.Show<ChairPage>(
            await desk.ViewAsync(place.Name, cancellation) with
            {
                Refused = ended,
            },
            StatusCodes.Status422UnprocessableEntity
        );
    }

    private static IResult Refuse() => PublicPage.Show<GatePage>(new GateModel(null), StatusCodes.Status403Forbidden);
}
