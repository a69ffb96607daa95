using Rallies.Web.Public;

namespace Rallies.Web.Guards;

/// <summary>Answers what no endpoint knows. Not a fallback endpoint: that would take the place of 405 for a known address.</summary>
internal sealed class UnknownAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.GetEndpoint() is RouteEndpoint ? next(context) : FindNothingAsync(context);

    // A known address asked by another method has an endpoint too, of the framework's own.
    private async Task FindNothingAsync(HttpContext context)
    {
        await next(context);
        if (
            context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            && !context.Response.HasStarted
            && context.Request.Path.StartsWithSegments("/api")
        )
            await TypedResults
                .Problem(
                    "This address takes other methods; they stand in the Allow header.",
                    statusCode: StatusCodes.Status405MethodNotAllowed
                )
                .ExecuteAsync(context);
        if (
            context.Response.StatusCode != StatusCodes.Status404NotFound
            || context.Response.HasStarted
            || context.GetEndpoint() is not null
        )
            return;
        if (Answer.WantsPage(context.Request))
            await PublicPage.NotFound(context).ExecuteAsync(context);
        else
            await TypedResults
                .Problem("There is nothing at this address.", statusCode: StatusCodes.Status404NotFound)
                .ExecuteAsync(context);
    }
}
