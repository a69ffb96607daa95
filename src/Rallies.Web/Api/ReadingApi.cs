using Microsoft.AspNetCore.Http.HttpResults;
using Rallies.Web.Guards;
using Rallies.Web.Reads;
using Rallies.Web.Settings;
using Rallies.Web.Towns;

namespace Rallies.Web.Api;

/// <summary>What programs may read, without a key and from any origin.</summary>
internal static class ReadingApi
{
    private const int MostTowns = Gazetteer.MostResults;

    public static void MapReadingApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Addresses.Api).RequireCors(ApiServices.ReadFromAnywhere).FollowingMerges();
        api.MapGet("/towns", TownsAsync).WithSummary("Towns whose name begins with q, the likeliest first.");
        api.MapGet("/days", DaysAsync).WithSummary("All days of action by their start.");
        api.MapGet("/days/{day}/rallies", RalliesAsync)
            .WithSummary("The rallies of a day by slug, or by distance from near; the next page is in the Link header.");
        api.MapGet("/days/{day}/rallies/{town}", RallyAsync).WithSummary("One rally, with its running order and access.");
    }

    private static async Task<Results<Ok<List<TownRow>>, ProblemHttpResult>> TownsAsync(
        Gazetteer towns,
        RallyReads rallies,
        string? q,
        string? limit,
        CancellationToken cancellation
    )
    {
        if (!Asked.Limit(limit, otherwise: 10, MostTowns, out var most))
            return Bad($"limit is a whole number from 1 to {MostTowns}.");
        return TypedResults.Ok(towns.Search(q, most, await rallies.HomeCountryAsync(cancellation)).Select(TownRow.Of).ToList());
    }

    private static async Task<Ok<List<DayRow>>> DaysAsync(DayReads days, CancellationToken cancellation) =>
        TypedResults.Ok((await days.AllAsync(cancellation)).Select(DayRow.Of).ToList());

    private static async Task<Results<Ok<List<RallyRow>>, StatusCodeHttpResult, ProblemHttpResult>> RalliesAsync(
        HttpContext context,
        DayReads days,
        PublicAddress address,
        string day,
        string? near,
        string? limit,
        string? after,
        CancellationToken cancellation
    )
    {
        if (!Asked.Limit(limit, otherwise: 20, RallyPaging.MostOnAPage, out var most))
            return Bad($"limit is a whole number from 1 to {RallyPaging.MostOnAPage}.");
        if (!Asked.Point(near, out var point))
            return Bad("near is a latitude and a longitude in degrees with a comma between, like 53.8,-1.55.");
        if (!RallyPaging.TryRead(after, point is not null, out var cursor))
            return Bad("after comes from the Link header of the page before: take that address as it is.");
        if (await days.FindAsync(day, cancellation) is not { } shown)
            return Missing("no such day of action");
        if (KnownVersion.IsCurrent(context, shown.Version))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        var page = RallyPaging.Page(shown.Rallies, point, cursor, most);
        if (page.Next is { } next)
            context.Response.Headers.Link = $"<{address.Absolute(RallyPaging.Address(day, near, most, next))}>; rel=\"next\"";
        return TypedResults.Ok(page.Rallies.Select(r => RallyRow.Of(r.Rally, r.Distance, address)).ToList());
    }

    private static async Task<Results<Ok<OneRally>, StatusCodeHttpResult, ProblemHttpResult>> RallyAsync(
        HttpContext context,
        RallyReads rallies,
        PublicAddress address,
        string day,
        string town,
        CancellationToken cancellation
    )
    {
        if (await rallies.FindAsync(day, town, cancellation) is not { } shown)
            return Missing("no such rally");
        if (KnownVersion.IsCurrent(context, shown.Version))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(OneRally.Of(shown, address));
    }

    private static ProblemHttpResult Bad(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult Missing(string what) =>
        TypedResults.Problem($"There is {what}.", statusCode: StatusCodes.Status404NotFound);
}
