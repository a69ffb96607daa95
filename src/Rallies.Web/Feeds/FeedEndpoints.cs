using Microsoft.AspNetCore.Http.HttpResults;

namespace Rallies.Web.Feeds;

/// <summary>Calendar feeds: addresses people's phones ask for years on end.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] methods = ["GET", "HEAD"];
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services
            .AddSingleton<UidDomain>()
            .AddSingleton<ChangeLine>()
            .AddSingleton<EventWords>()
            .AddSingleton<RallyEvents>()
            .AddSingleton<PicketEvents>()
            .AddSingleton<SpeechEvents>()
            .AddSingleton<OccurrenceReading>()
            .AddSingleton<FeedAssembly>()
            .AddSingleton<FeedShelf>()
            .AddSingleton<FeedPublishing>()
            .AddHostedService<FeedRounds>()
            .AddHostedService<FeedPreparing>();

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("/calendar");
        feeds.MapMethods(
            "/all.ics",
            methods,
            (HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Everything(), "all")
        );
        feeds.MapMethods(
            "/pickets.ics",
            methods,
            (HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Pickets(), "pickets")
        );
        feeds.MapMethods(
            "/disputes/{dispute}.ics",
            methods,
            (string dispute, HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Dispute(dispute), dispute)
        );
        feeds.MapMethods(
            "/speakers/{speaker}.ics",
            methods,
            (string speaker, HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Speaker(speaker), speaker)
        );
        feeds.MapMethods(
            "/{day}.ics",
            methods,
            (string day, HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Day(day), day)
        );
        feeds.MapMethods(
            "/towns/{town}.ics",
            methods,
            (string town, HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Town(town), town)
        );
        feeds.MapMethods(
            "/regions/{region}.ics",
            methods,
            (string region, HttpContext http, FeedShelf shelf) => SendAsync(http, shelf, new FeedSubject.Region(region), region)
        );
        feeds.MapMethods(
            "/{day}/{town}.ics",
            methods,
            (string day, string town, HttpContext http, FeedShelf shelf) =>
                SendAsync(http, shelf, new FeedSubject.OneRally(day, town), $"{day}-{town}")
        );
    }

    private static async Task<IResult> SendAsync(HttpContext http, FeedShelf shelf, FeedSubject subject, string name)
    {
        if (FeedQuery.Read(http.Request.Query, out var complaint) is not { } query)
            return Plain(complaint, StatusCodes.Status400BadRequest);
        if (!name.Split('-').All(part => part.All(char.IsAsciiLetterOrDigit)))
            return NoSuch();
        try
        {
            var taking = shelf.TakeAsync(new FeedKey(subject, query), http.RequestAborted);
            return await taking.AsTask().WaitAsync(patience, http.RequestAborted) is { } feed
                ? new FeedAnswer(feed, $"rallies-{name}.ics", query.Download, shelf.Now)
                : NoSuch();
        }
        catch (TimeoutException)
        {
            http.Response.Headers.RetryAfter = "20";
            return Plain("The calendars are not ready yet. Try again in a moment.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ContentHttpResult NoSuch() =>
        Plain("There is no such calendar. It may have been mistyped.", StatusCodes.Status404NotFound);

    private static ContentHttpResult Plain(string sentence, int status) =>
        TypedResults.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: status);
}
