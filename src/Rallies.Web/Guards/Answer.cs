using Rallies.Web.Feeds;
using Rallies.Web.Public;

namespace Rallies.Web.Guards;

/// <summary>A sentence for whoever asked: a page for a browser, plain text for a calendar program, problem details (RFC 9457) for any other.</summary>
internal static class Answer
{
    public static IResult Sentence(HttpContext context, int status, string sentence) =>
        FeedEndpoints.IsFeed(context.Request.Path) ? TypedResults.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: status)
        : WantsPage(context.Request) ? PublicPage.Sentence(context, status, sentence)
        : TypedResults.Problem(sentence, statusCode: status);

    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/hubs")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
