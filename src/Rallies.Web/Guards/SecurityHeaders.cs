using System.Security.Cryptography;
using Rallies.Web.Settings;

namespace Rallies.Web.Guards;

/// <summary>
/// The content security policy and its companions, on every answer. No inline script anywhere; inline style attributes only where
/// Radzen's components need them; other sites may frame nothing but the counter that is made for it. Pages that carry a secret or a form override the referrer or cache rule themselves.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
{
    private readonly Lazy<string> everywhere = new(() => Policy(address.Origin, "", ""));
    private readonly Lazy<string> framed = new(() => Policy(address.Origin, "", "", framedBy: "*"));
    private readonly Lazy<bool> isSecure = new(() => address.Origin.Scheme == Uri.UriSchemeHttps);

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            context.Request.Path.StartsWithSegments(Addresses.Organise) ? Console(context)
            : IsCounter(context.Request.Path) ? framed.Value
            : everywhere.Value;
        if (isSecure.Value)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }

    // /embed/{day} and nothing below it, where a form could stand.
    private static bool IsCounter(PathString path) =>
        path.StartsWithSegments("/embed", StringComparison.Ordinal, out var day) && day.Value is ['/', .. var slug] && !slug.Contains('/');

    // 'self' covers WebSockets only in newer browsers: the socket's own origin is named for the others.
    private static string Policy(Uri origin, string script, string style, string framedBy = "'none'") =>
        $"default-src 'none'; script-src 'self'{script}; style-src 'self'{style}; img-src 'self' data:; font-src 'self'; "
        + $"connect-src 'self' {(origin.Scheme == Uri.UriSchemeHttps ? "wss" : "ws")}://{origin.Authority}; manifest-src 'self'; worker-src 'self'; "
        + $"form-action 'self'; base-uri 'self'; frame-ancestors {framedBy}; object-src 'none'";

    private string Console(HttpContext context) => Policy(address.Origin, $" 'nonce-{Nonce(context)}'", "; style-src-attr 'unsafe-inline'");

    /// <summary>Of this answer; the console's import map carries it.</summary>
    public static string Nonce(HttpContext context) =>
        (string)(context.Items[typeof(SecurityHeaders)] ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)));
}
