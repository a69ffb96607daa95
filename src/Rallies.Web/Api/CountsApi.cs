using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Rallies.Storage;
using Rallies.Web.Live;
using Rallies.Web.Reads;

namespace Rallies.Web.Api;

/// <summary>A day's figures for whoever asks: as the board shows them, and as a table for those who count crowds.</summary>
internal static class CountsApi
{
    public static void MapCountsApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/days/{day}/counts", Counts).RequireCors(ApiServices.ReadFromAnywhere).WithSummary("All figures of a day.");
        api.MapGet("/days/{day}/counts.csv", TableAsync)
            .RequireCors(ApiServices.ReadFromAnywhere)
            .WithSummary("All figures of a day, in the Crowd Counting Consortium's fields.");
    }

    private static IResult Counts(string day, LiveBoard board, HttpContext http)
    {
        if (board.Find(day) is not { } today)
            return Problems.NotFound("There is no such day of action.");
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(today.Snapshot.Json, "application/json; charset=utf-8", entityTag: Quoted(today.Snapshot.Tag));
    }

    private static async Task<IResult> TableAsync(
        string day,
        LiveBoard board,
        HttpContext http,
        IDbContextFactory<RalliesContext> database,
        CancellationToken cancellation
    )
    {
        if (board.Find(day) is not { } today)
            return Problems.NotFound("There is no such day of action.");
        await using var context = await database.CreateDbContextAsync(cancellation);
        var places = await context
            .Rallies.AsNoTracking()
            .Visible()
            .Where(r => context.Days.Any(d => d.Id == r.DayId && d.Slug == day))
            .Select(r => new { r.Slug, r.Town })
            .ToDictionaryAsync(r => r.Slug, r => r.Town, cancellation);
        var table = Encoding.UTF8.GetBytes(CrowdTable.Of(today, places));
        http.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(table, "text/csv; charset=utf-8", $"counts-{day}.csv", entityTag: Quoted(ContentTag.Of(table)));
    }

    private static EntityTagHeaderValue Quoted(string tag) => new($"\"{tag}\"");
}
