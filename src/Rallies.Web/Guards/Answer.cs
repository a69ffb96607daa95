using Rallies.Web.Public;

namespace Rallies.Web.Guards;

/// <summary>A sentence for whoever asked: a page for a browser, problem details (RFC 9457) for a program.</summary>
internal static class Answer
{
    public static IResult Sentence(HttpContext context, int status, string sentence) =>
        WantsPage(context.Request) ? PublicPage.Sentence(context, status, sentence) : TypedResults.Problem(sentence, statusCode: status);

    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/hubs")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
