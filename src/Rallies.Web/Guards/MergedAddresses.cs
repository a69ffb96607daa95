using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Net.Http.Headers;
using Rallies.Web.Reads;

namespace Rallies.Web.Guards;

/// <summary>
/// Leads from each address of a rally that has become part of another to the same address of that one: posters and links stay good. It
/// asks only where nothing was found, and says so for the moment alone, as the merging may be undone.
/// </summary>
internal sealed class MergedAddresses(Survivors survivors) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        if (
            StatusOf(answer) != StatusCodes.Status404NotFound
            || http.GetRouteValue("day") is not string day
            || http.GetRouteValue("town") is not string town
            || await survivors.FindAsync(day, town, http.RequestAborted) is not { } survivor
        )
            return answer;
        http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
        // RFC 9110 §15.4.9: what is sent is sent there again, as it was.
        return TypedResults.LocalRedirect(Address(http, survivor), permanent: true, preserveMethod: !http.Request.IsSafe());
    }

    private static int? StatusOf(object? answer)
    {
        while (answer is INestedHttpResult { Result: var inner })
            answer = inner;
        return (answer as IStatusCodeHttpResult)?.StatusCode;
    }

    private static string Address(HttpContext http, string survivor)
    {
        var pattern = ((RouteEndpoint)http.GetEndpoint()!).RoutePattern.PathSegments;
        var place = pattern.TakeWhile(s => s is not { Parts: [RoutePatternParameterPart { Name: "town" }] }).Count();
        var segments = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        segments[place] = survivor;
        return $"/{string.Join('/', segments)}{http.Request.QueryString}";
    }
}
