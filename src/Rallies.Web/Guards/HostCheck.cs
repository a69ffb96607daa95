using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>Answers only under the public address, so that nobody can make the site print links to another. Health checks come by number.</summary>
internal sealed class HostCheck(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (address.Answers(context.Request.Host) || context.Request.Path.StartsWithSegments("/health"))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"This site answers at {address.Origin.Authority} only.", context.RequestAborted);
    }
}
