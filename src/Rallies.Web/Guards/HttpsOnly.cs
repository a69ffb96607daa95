using Rallies.Web.Feeds;
using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>
/// Where the site is https, whoever came to the web server in front over http for a calendar is sent to the same address there, for
/// good. Android opens webcal: as http: (bitfireAT/icsx5#189), and a web server that does not do this itself must not lose them.
/// </summary>
internal sealed class HttpsOnly(RequestDelegate next, PublicAddress site)
{
    // Of a server in front that does not say how they came, nothing is concluded: it would send them round in a circle.
    private const string Forwarded = "X-Original-Proto";

    // What is left of it once the nearest server was believed: one stands further out, and https may end there, which would be a circle too.
    private const string FurtherOut = "X-Forwarded-For";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (
            request.IsHttps
            || !FeedEndpoints.IsFeed(request.Path)
            || !request.Headers.ContainsKey(Forwarded)
            || request.Headers.ContainsKey(FurtherOut)
            || site.Origin.Scheme != Uri.UriSchemeHttps
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !site.Answers(request.Host)
        )
            return next(http);
        // The address may be somebody's secret; and what was sent by mistake must not outlast it.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Redirect(site.Absolute(request.PathBase + request.Path + request.QueryString), permanent: true);
        return Task.CompletedTask;
    }
}
