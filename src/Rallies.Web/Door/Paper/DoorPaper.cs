using System.Globalization;
using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Api;
using Rallies.Web.Counting;
using Rallies.Web.Guards;
using Rallies.Web.Public;
using Rallies.Web.Public.Forms;
using Rallies.Web.Settings;

namespace Rallies.Web.Door.Paper;

/// <summary>A tally sheet to print, and the form to enter it afterwards. Works without script.</summary>
internal static class DoorPaper
{
    public static void MapDoorPaper(this IEndpointRouteBuilder door)
    {
        door.MapGet(Addresses.DoorSheet, SheetAsync);
        door.MapGet(Addresses.DoorPaper, ShowAsync);
        door.MapPost(Addresses.DoorPaper, EnterAsync).DisableAntiforgery().Limited(RateLimited.Tapping);
    }

    private static async Task<IResult> SheetAsync(
        string day,
        string town,
        HttpContext http,
        DoorDesk desk,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await desk.FindAsync(http, day, town, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        return place.Grant is null
            ? Refuse(place)
            : PublicPage.Show<SheetPage>(Model(place, Quarter.Printed(place.Count.Rally.Hours), desk.Now, address));
    }

    private static async Task<IResult> ShowAsync(
        string day,
        string town,
        int? entered,
        bool? replaced,
        HttpContext http,
        DoorDesk desk,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await desk.FindAsync(http, day, town, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        return place.Grant is null
            ? Refuse(place)
            : PublicPage.Show<PaperPage>(Fresh(place, desk.Now, address) with { Entered = entered, Replaced = replaced ?? false });
    }

    private static async Task<IResult> EnterAsync(
        string day,
        string town,
        HttpContext http,
        DoorDesk desk,
        CountWriter writer,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await desk.FindAsync(http, day, town, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        if (place.Grant is not { } grant)
            return Refuse(place);
        var model = Fresh(place, desk.Now, address);
        var form = await SentForm.ReadAsync(http.Request, cancellation);
        var answers = PaperAnswers.Of(form, model.Quarters);
        model = model with { Answers = answers, Faults = answers.Faults() };
        if (model.Faults.Count > 0)
            return PublicPage.Show<PaperPage>(model, StatusCodes.Status422UnprocessableEntity);
        int? replacing = int.TryParse(form["replace"], CultureInfo.InvariantCulture, out var mark) ? mark : null;
        try
        {
            var answer = await writer.DoAsync(
                new SheetEntry(place.Count, answers, model.Quarters, grant.Id, replacing, desk.Now.ToMilliseconds()),
                cancellation
            );
            if (answer is { Others: [], Refused: null, Entered: 0, WasKnown: false } && answers.IsNobody)
                return PublicPage.Show<PaperPage>(
                    model with
                    {
                        Faults = [new("code", "nothing")],
                    },
                    StatusCodes.Status422UnprocessableEntity
                );
            return answer is { Others: [], Refused: null }
                ? SeeOther.To(
                    http,
                    $"{Addresses.ForDoorPaper(day, town)}?entered={answer.Entered}{(answer.Replaced ? "&replaced=true" : "")}"
                )
                : PublicPage.Show<PaperPage>(
                    model with
                    {
                        Others = answer.Others,
                        Replaceable = answer.Replaceable,
                        Refused = answer.Refused,
                        MayCorrect = grant.Allows(Verb.CorrectFigure, place.Name.Id),
                    },
                    StatusCodes.Status422UnprocessableEntity
                );
        }
        catch (WriterBusyException)
        {
            http.Response.Headers.RetryAfter = WriterBusyException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return PublicPage.Show<PaperPage>(model with { IsBusy = true }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    // What has not begun yet cannot have been counted.
    private static PaperModel Fresh(DoorDesk.Place place, Instant now, PublicAddress address) =>
        Model(place, Quarter.Of(place.Count.Rally.Hours).Where(q => q.From <= now), now, address);

    private static PaperModel Model(DoorDesk.Place place, IEnumerable<Quarter> quarters, Instant now, PublicAddress address) =>
        new(place.Name, [.. quarters], now, address.Absolute(Addresses.ForDoor(place.Name.Day, place.Name.Town)));

    private static IResult Refuse(DoorDesk.Place place) =>
        PublicPage.Show<GatePage>(new GateModel(null, place.Name.TownName), StatusCodes.Status403Forbidden);
}
