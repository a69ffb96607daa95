using Microsoft.AspNetCore.Routing.Template;

namespace Rallies.Web.Api;

/// <summary>Keeps addresses of the API from being taken for a day and a town, and says which of them take other methods than GET.</summary>
internal static class UnknownApi
{
    public static void MapUnknownApi(this IEndpointRouteBuilder app) => app.MapGet("/api/{**rest}", Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext http, EndpointDataSource endpoints)
    {
        var methods = endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(known => IsOfApi(known) && Leads(known, http.Request.Path))
            .SelectMany(known => known.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (methods.Count == 0)
            return Problems.NotFound("There is nothing at this address.");
        http.Response.Headers.Allow = string.Join(", ", methods);
        return TypedResults.Problem(
            "This address takes other methods; they stand in the Allow header.",
            statusCode: StatusCodes.Status405MethodNotAllowed
        );
    }

    private static bool IsOfApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.StartsWith(Addresses.Api, StringComparison.Ordinal) == true;

    private static bool Leads(RouteEndpoint endpoint, PathString path) =>
        new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
