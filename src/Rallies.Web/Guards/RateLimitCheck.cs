namespace Rallies.Web.Guards;

/// <summary>Holds every address to the general limit, and the endpoints that ask for it to their own.</summary>
internal sealed class RateLimitCheck(RequestDelegate next, RateLimits limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        // A square stands behind one address: "here" asks for the code instead when many come at once (Counting/Crowds).
        if (context.Request.Path.StartsWithSegments("/health") || context.Request.Path.Value!.EndsWith("/here", StringComparison.Ordinal))
            return next(context);
        return limits.SecondsToWait(context, RateLimited.AnyRequest) is { } seconds
            ? RateLimits.RefuseAsync(context, seconds)
            : next(context);
    }
}

/// <summary>How an endpoint asks for a limit of its own.</summary>
internal static class RateLimitedEndpoints
{
    public static TBuilder Limited<TBuilder>(this TBuilder endpoint, RateLimited what)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(
            async (invocation, next) =>
            {
                var limits = invocation.HttpContext.RequestServices.GetRequiredService<RateLimits>();
                if (limits.SecondsToWait(invocation.HttpContext, what) is not { } seconds)
                    return await next(invocation);
                await RateLimits.RefuseAsync(invocation.HttpContext, seconds);
                return Results.Empty;
            }
        );
}
