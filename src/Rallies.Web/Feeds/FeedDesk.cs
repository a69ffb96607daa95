using Rallies.Domain.Permissions;
using Rallies.Web.Guards;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>Answers whoever asks for a feed, in plain text when there is none.</summary>
internal sealed class FeedDesk(FeedShelf shelf, PersonalFeeds personal, RateLimits limits, PublicAddress address)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);
    private readonly KnownTargets known = new();

    /// <summary>What was asked for before and stands on the shelf, answered at once; null for anything else.</summary>
    public Task? TryAnswer(HttpContext http)
    {
        var request = http.Request;
        if (
            !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !known.TryFind(TargetOf(request), out var meaning)
            || !address.Answers(request.Host)
        )
            return null;
        if (shelf.Find(meaning.Key) is not { } feed)
            return null;
        // Who has it already costs nothing; whole calendars count as any page does.
        if (!FeedHeaders.SaysItHas(request.Headers, feed) && limits.SecondsToWait(http, RateLimited.AnyRequest) is { } seconds)
            return RateLimits.RefuseAsync(http, seconds);
        return SendAsync(http, meaning.Key.Subject, meaning.Download, feed);
    }

    /// <summary>What may have to be made, or is nothing at all: it counts as any page does.</summary>
    public async Task AnswerAsync(HttpContext http, FeedSubject subject)
    {
        if (limits.SecondsToWait(http, RateLimited.AnyRequest) is { } seconds)
        {
            await RateLimits.RefuseAsync(http, seconds);
            return;
        }
        if (FeedQuery.Read(http.Request.Query, out var complaint) is not { } query)
        {
            await SayAsync(http, StatusCodes.Status400BadRequest, complaint);
            return;
        }
        if (subject.Path.AsSpan().ContainsAnyExcept(FeedSubject.PathLetters))
        {
            await NoSuchFeedAsync(http);
            return;
        }
        try
        {
            var key = new FeedKey(subject, query);
            if (await shelf.TakeAsync(key, http.RequestAborted).AsTask().WaitAsync(patience, http.RequestAborted) is not { } feed)
            {
                await NoSuchFeedAsync(http);
                return;
            }
            if (http.Request.Query.Keys.All(FeedQuery.Knows))
                known.Remember(TargetOf(http.Request), key, query.Download);
            await SendAsync(http, subject, query.Download, feed);
        }
        catch (TimeoutException)
        {
            http.Response.Headers.RetryAfter = "20";
            await SayAsync(http, StatusCodes.Status503ServiceUnavailable, "The calendars are not ready yet. Try again in a moment.");
        }
    }

    /// <summary>A calendar of somebody's own: the same answer whether its address was never good or has ended.</summary>
    public async Task AnswerOwnerAsync(HttpContext http)
    {
        if (FeedQuery.Read(http.Request.Query, out var complaint, personal: true) is not { } query)
            await SayAsync(http, StatusCodes.Status400BadRequest, complaint);
        else if (limits.SecondsToWait(http, RateLimited.AnyRequest) is { } seconds)
            await RateLimits.RefuseAsync(http, seconds);
        else if (
            !Secret.TryParse((string?)http.Request.RouteValues["secret"], out var secret)
            || await personal.TakeAsync(secret, query, http.RequestAborted) is not { } feed
        )
            await NoSuchFeedAsync(http);
        else
        {
            FeedHeaders.WritePrivate(http.Response.Headers, feed);
            if (http.Request.Headers.IfNoneMatch.Count > 0 && FeedHeaders.SaysItHas(http.Request.Headers, feed))
                http.Response.StatusCode = StatusCodes.Status304NotModified;
            else
                await FeedHeaders.SendBodyAsync(
                    http,
                    feed,
                    query.Download ? "attachment; filename=\"rallies-mine.ics\"" : "inline; filename=\"rallies-mine.ics\""
                );
        }
    }

    public static Task NoSuchFeedAsync(HttpContext http) =>
        // Another method than GET and HEAD has its answer already.
        http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            ? Task.CompletedTask
            : SayAsync(http, StatusCodes.Status404NotFound, "There is no such calendar. It may have been mistyped.");

    private static string TargetOf(HttpRequest request) =>
        request.QueryString.HasValue ? request.Path.Value + request.QueryString.Value : request.Path.Value!;

    private Task SendAsync(HttpContext http, FeedSubject subject, bool download, ShelvedFeed feed)
    {
        if (FeedHeaders.SaysItHas(http.Request.Headers, feed))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            FeedHeaders.WritePublic(http.Response.Headers, feed, shelf.Now);
            return Task.CompletedTask;
        }
        FeedHeaders.WritePublic(http.Response.Headers, feed, shelf.Now);
        return FeedHeaders.SendBodyAsync(http, feed, download ? subject.Attached : subject.Inline);
    }

    private static Task SayAsync(HttpContext http, int status, string sentence)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Answer.Sentence(http, status, sentence).ExecuteAsync(http);
    }
}
