using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Rallies.Web.Public;

/// <summary>A page made of one component and the values it shows: no circuit, no form id, nothing that differs between visitors.</summary>
internal static class PublicPage
{
    public static RazorComponentResult Show<TPage>(int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(typeof(TPage)) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary><paramref name="model"/> becomes the page's parameter <c>Model</c>.</summary>
    public static RazorComponentResult Show<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(typeof(TPage), new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    public static RazorComponentResult NotFound(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Show<NothingHere>(StatusCodes.Status404NotFound);
    }

    /// <summary>Phones begin with a capital what people type off a poster: Leeds leads to leeds.</summary>
    public static IResult NotFoundOrLowerCase(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var lower = path.ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path.Any(char.IsAsciiLetterUpper) && lower.All(Domain.Slug.IsValid)
            ? TypedResults.LocalRedirect($"/{string.Join('/', lower)}{context.Request.QueryString}", permanent: true)
            : NotFound(context);
    }

    public static RazorComponentResult Sentence(HttpContext context, int status, string sentence)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Show<OneSentence>(sentence, status);
    }

    /// <summary>Pages with a form, a secret or somebody's own view. Both words, as antiforgery warns when it has to add the second.</summary>
    public static void NeverKept(HttpContext context) => context.Response.Headers.CacheControl = "no-cache, no-store";

    /// <summary>Pages everybody sees alike may be kept for a moment by browsers and caches on the way.</summary>
    public static void MayBeKept(HttpContext context, int seconds)
    {
        context.Response.Headers.CacheControl = $"public, max-age={seconds}";
        context.Response.Headers.Append("Vary", "Accept-Language");
    }
}
