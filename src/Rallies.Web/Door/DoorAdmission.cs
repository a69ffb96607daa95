using NodaTime;
using Rallies.Domain.Permissions;
using Rallies.Web.Access;
using Rallies.Web.Api;
using Rallies.Web.Guards;
using Rallies.Web.Live;
using Rallies.Web.Rehearsing;
using Rallies.Web.UseCases;

namespace Rallies.Web.Door;

/// <summary>Lets a phone in: swaps the browser's grant, or a pasted link's secret, for a token of the phone's own.</summary>
internal static class DoorAdmission
{
    public static void MapDoorAdmission(this IEndpointRouteBuilder door)
    {
        door.MapPost(Addresses.DoorDevice, LetInAsync).DisableAntiforgery().Limited(RateLimited.OpeningLinks);
    }

    private static async Task<IResult> LetInAsync(
        string day,
        string town,
        HttpContext http,
        DoorDesk desk,
        GrantBook grants,
        DoorDevices devices,
        RehearsedDays rehearsed,
        CancellationToken cancellation
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await desk.FindAsync(http, day, town, cancellation) is not { } place)
            return Problems.NotFound("There is no such rally.");
        var link = await Bearer.FindAsync(http, grants, cancellation) is { Device: null } credential ? credential.Grant : place.Grant;
        if (link is null || await devices.LetInAsync(link.Id, place.Name.Id, Before(http), cancellation) is not { } token)
            return TypedResults.Problem("No private link came along that counts here.", statusCode: StatusCodes.Status403Forbidden);
        rehearsed.Tell(http.Response, day);
        return TypedResults.Json(LetIn.To(place, token, desk.Now), statusCode: StatusCodes.Status201Created);
    }

    // What a phone was let in with before: one that was shut out does not come back by the same link.
    private static Secret? Before(HttpContext http) => Secret.TryParse(http.Request.Headers["Door-Token"], out var token) ? token : null;

    /// <summary>All that a phone has to know to count for hours without asking again.</summary>
    internal sealed record LetIn(
        string Token,
        string TownName,
        string DayName,
        string TimeZone,
        string OpensAt,
        string EndsAt,
        string Now,
        BoardRow Row
    )
    {
        public static LetIn To(DoorDesk.Place place, Secret token, Instant now)
        {
            var hours = place.Count.Rally.Hours;
            return new(
                token.Text,
                place.Name.TownName,
                place.Name.DayName,
                place.Name.Zone.Id,
                hours.DoorsOpenAt.ToString(),
                (hours.Rally.End + Domain.Counting.CountingHours.HereAfter).ToString(),
                now.ToString(),
                place.Count.Row
            );
        }
    }
}
