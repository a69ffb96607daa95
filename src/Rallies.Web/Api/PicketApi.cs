using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;
using Rallies.Domain;
using Rallies.Web.Reads;
using Rallies.Web.Settings;

namespace Rallies.Web.Api;

/// <summary>Picket lines, for programs.</summary>
internal static class PicketApi
{
    // As far as calendars look.
    private const int MostDaysAhead = 56;

    public static void MapPicketApi(this IEndpointRouteBuilder app)
    {
        app.MapGet(Addresses.Api + "/pickets", PicketsAsync)
            .RequireCors(ApiServices.ReadFromAnywhere)
            .WithSummary(
                "Who stands at which gate: in the coming 7 days, or on day, a date or the slug of a day of action (400 where it is neither, 404 where there is no such day); the nearest first when near is given."
            );
    }

    private static async Task<Results<Ok<List<PicketRow>>, ProblemHttpResult>> PicketsAsync(
        HttpContext http,
        PicketReads pickets,
        DayReads days,
        PublicAddress address,
        IClock clock,
        string? near,
        string? day,
        CancellationToken cancellation
    )
    {
        if (!Asked.Point(near, out var point))
            return Bad("near is a latitude and a longitude in degrees with a comma between, like 53.8,-1.55.");
        LocalDate? date = null;
        if (!string.IsNullOrEmpty(day))
        {
            date = LocalDatePattern.Iso.Parse(day) is { Success: true } parsed ? parsed.Value : await DateOfAsync(day, days, cancellation);
            if (date is null)
                return Slug.IsValid(day) && !IsWrittenAsDate(day)
                    ? Problems.NotFound("There is no such day of action; a date is written like 2028-06-03.")
                    : Bad("day is a date like 2028-06-03, or the slug of a day of action.");
        }
        http.Response.Headers.CacheControl = "public, max-age=60";
        var now = clock.GetCurrentInstant();
        var stands = (await pickets.ComingAsync(date is null ? PicketReads.DaysAhead : MostDaysAhead, cancellation))
            .SelectMany(p => p.Days(now, date is null ? PicketReads.DaysAhead : MostDaysAhead).Select(d => (Picket: p, Date: d)))
            .Where(s => date is null || s.Date == date)
            .OrderBy(s => point is { } from ? from.DistanceTo(s.Picket.Line.Coordinates).Metres : 0)
            .ThenBy(s => s.Picket.HoursOn(s.Date).Start)
            .ThenBy(s => s.Picket.Line.Id);
        return TypedResults.Ok(stands.Select(s => PicketRow.Of(s.Picket, s.Date, now, address)).ToList());
    }

    private static async Task<LocalDate?> DateOfAsync(string slug, DayReads days, CancellationToken cancellation) =>
        Slug.IsValid(slug) && await days.FindAsync(slug, cancellation) is { } shown ? shown.Day.StartsAt.Date : null;

    // 2028-02-30 is meant as a date, though it has the form of a slug as well.
    private static bool IsWrittenAsDate(string day) =>
        day.Length == 10 && day.Select((c, at) => at is 4 or 7 ? c == '-' : char.IsAsciiDigit(c)).All(fits => fits);

    private static ProblemHttpResult Bad(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest);
}
