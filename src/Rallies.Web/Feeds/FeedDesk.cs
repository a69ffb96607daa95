using Rallies.Web.Guards;

namespace Rallies.Web.Feeds;

/// <summary>Answers whoever asks for a feed, in plain text when there is none.</summary>
internal sealed class FeedDesk(FeedShelf shelf, RateLimits limits)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public async Task AnswerAsync(HttpContext http, FeedSubject subject)
    {
        if (FeedQuery.Read(http.Request.Query, out var complaint) is not { } query)
        {
            await SayAsync(http, StatusCodes.Status400BadRequest, complaint);
            return;
        }
        if (
            !subject.Path.AsSpan().ContainsAnyExcept(FeedSubject.PathLetters)
            && await TakeAsync(http, new FeedKey(subject, query)) is { } feed
        )
            await SendAsync(http, subject, query, feed);
        else if (http.Response.StatusCode == StatusCodes.Status200OK)
            await NoSuchFeedAsync(http);
    }

    public static Task NoSuchFeedAsync(HttpContext http) =>
        // Another method than GET and HEAD has its answer already.
        http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            ? Task.CompletedTask
            : SayAsync(http, StatusCodes.Status404NotFound, "There is no such calendar. It may have been mistyped.");

    private async ValueTask<ShelvedFeed?> TakeAsync(HttpContext http, FeedKey key)
    {
        var taking = shelf.TakeAsync(key, http.RequestAborted);
        if (taking.IsCompletedSuccessfully)
            return taking.Result;
        try
        {
            return await taking.AsTask().WaitAsync(patience, http.RequestAborted);
        }
        catch (TimeoutException)
        {
            http.Response.Headers.RetryAfter = "20";
            await SayAsync(http, StatusCodes.Status503ServiceUnavailable, "The calendars are not ready yet. Try again in a moment.");
            return null;
        }
    }

    private async ValueTask SendAsync(HttpContext http, FeedSubject subject, FeedQuery query, ShelvedFeed feed)
    {
        FeedHeaders.WritePublic(http.Response.Headers, feed, shelf.Now);
        if (FeedHeaders.SaysItHas(http.Request.Headers, feed))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        // Who has it already costs nothing; whole calendars are as much as any page.
        if (limits.SecondsToWait(http, RateLimited.AnyRequest) is { } seconds)
        {
            http.Response.Headers.Clear();
            await RateLimits.RefuseAsync(http, seconds);
            return;
        }
        await FeedHeaders.SendBodyAsync(http, feed, subject.FileName, query.Download);
    }

    private static Task SayAsync(HttpContext http, int status, string sentence)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Answer.Sentence(http, status, sentence).ExecuteAsync(http);
    }
}
