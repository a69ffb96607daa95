using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>Answers only under the public address, so that nobody can make the site print links to another. Health checks and metrics are asked for by number.</summary>
internal sealed class HostCheck(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (address.Answers(context.Request.Host) || path.StartsWithSegments("/health") || path.StartsWithSegments(Addresses.Metrics))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"This site answers at {address.Origin.Authority} only.", context.RequestAborted);
    }
}
