using Microsoft.Net.Http.Headers;

namespace Rallies.Web.Api;

/// <summary>Spares an answer that the asker holds already: the day's version and this build make the entity tag.</summary>
internal static class KnownVersion
{
    private static readonly string Build = typeof(KnownVersion).Module.ModuleVersionId.ToString("N")[..8];

    public static bool IsCurrent(HttpContext context, long version)
    {
        var tag = new EntityTagHeaderValue($"\"{version}-{Build}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "public, no-cache";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag == "*" || held.Compare(tag, useStrongComparison: false));
    }
}
