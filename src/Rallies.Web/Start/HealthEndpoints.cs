using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Rallies.Storage;

namespace Rallies.Web.Start;

/// <summary>What a supervisor asks: is the process alive, and can it serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Addresses.HealthLive, ["GET", "HEAD"], Live);
        app.MapMethods(Addresses.HealthReady, ["GET", "HEAD"], ReadyAsync);
    }

    private static ContentHttpResult Live() => TypedResults.Text("alive");

    private static async Task<ContentHttpResult> ReadyAsync(IDbContextFactory<RalliesContext> database, CancellationToken cancellation)
    {
        try
        {
            await using var context = await database.CreateDbContextAsync(cancellation);
            await context.SiteFacts.AnyAsync(cancellation);
            return TypedResults.Text("ready");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            return TypedResults.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
