using System.Globalization;
using Rallies.Web.Access;
using Rallies.Web.Counting;
using Rallies.Web.Door.Paper;
using Rallies.Web.Guards;
using Rallies.Web.Public;
using Rallies.Web.Public.Forms;

namespace Rallies.Web.Door;

/// <summary>Counting at the gate. The page works without script, by its forms; with script it counts without a network.</summary>
internal static class DoorPages
{
    private const int MostTaps = 500;

    public static IServiceCollection AddDoor(this IServiceCollection services) =>
        services.AddSingleton<DoorDesk>().AddSingleton<DoorCounting>().AddSingleton<TapWords>().AddSingleton<DoorWords>();

    public static void MapDoor(this WebApplication app)
    {
        var door = app.MapGroup("").WithFingerprintedAssets(app).FollowingMerges();
        door.MapGet(Addresses.Door, ShowAsync);
        door.MapPost(Addresses.Door, CountAsync).DisableAntiforgery().Limited(RateLimited.Tapping);
        door.MapDoorAdmission();
        door.MapDoorInstalled();
        door.MapDoorPaper();
    }

    private static async Task<IResult> ShowAsync(string day, string town, HttpContext http, DoorDesk desk, CancellationToken cancellation)
    {
        if (DoorInstalled.IsOpening(http.Request))
            return DoorInstalled.ShowShell(http, desk);
        PublicPage.NeverKept(http);
        if (await desk.FindAsync(http, day, town, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        if (place.Grant is null)
            return Refuse(place);
        var asked = DoorAsked.Of(http.Request.Query);
        var view = desk.View(http, place, asked);
        return asked switch
        {
            { IsTooLong: true } => PublicPage.Show<DoorNamePage>(view, StatusCodes.Status422UnprocessableEntity),
            { Name: null } => PublicPage.Show<DoorNamePage>(view),
            _ => Show(view),
        };
    }

    private static async Task<IResult> CountAsync(
        string day,
        string town,
        HttpContext http,
        DoorDesk desk,
        DoorCounting counting,
        CancellationToken cancellation
    )
    {
        PublicPage.NeverKept(http);
        if (await desk.FindAsync(http, day, town, cancellation) is not { } place)
            return PublicPage.NotFound(http);
        if (place.Grant is null)
            return Refuse(place);
        var form = await SentForm.ReadAsync(http.Request, cancellation);
        var asked = DoorAsked.Of(form);
        var taps = form["tap"];
        if (taps.Count > MostTaps)
            return PublicPage.Sentence(http, StatusCodes.Status413PayloadTooLarge, $"At most {MostTaps} taps at once.");
        var estimate = form.ContainsKey("estimate") ? EstimateAnswers.Of(form) : null;
        if (estimate?.Faults() is { Count: > 0 } faults)
            return Show(desk.View(http, place, asked) with { Estimate = estimate, Faults = faults });
        try
        {
            var refused = estimate is null
                ? await counting.TapAsync(place, asked, taps, cancellation)
                : await counting.EstimateAsync(place, asked, estimate, cancellation);
            var view = desk.View(http, place, asked);
            return refused is null ? SeeOther.To(http, view.Address) : Show(view with { Refused = refused, Estimate = estimate ?? new() });
        }
        catch (WriterBusyException)
        {
            http.Response.Headers.RetryAfter = WriterBusyException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Show(desk.View(http, place, asked) with { IsBusy = true, Estimate = estimate ?? new() });
        }
    }

    private static IResult Refuse(DoorDesk.Place place) =>
        PublicPage.Show<GatePage>(new GateModel(null, place.Name.TownName), StatusCodes.Status403Forbidden);

    private static IResult Show(DoorView view) =>
        PublicPage.Show<DoorPage>(
            view,
            view.IsBusy ? StatusCodes.Status503ServiceUnavailable
                : view.Refused is not null || view.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
}
