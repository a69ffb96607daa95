using Microsoft.AspNetCore.Http.HttpResults;

namespace Rallies.Web.Feeds;

/// <summary>Calendar feeds: addresses people's phones ask for years on end.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] methods = ["GET", "HEAD"];

    public static IServiceCollection AddFeeds(this IServiceCollection services) =>
        services
            .AddSingleton<UidDomain>()
            .AddSingleton<RallyEvents>()
            .AddSingleton<PicketEvents>()
            .AddSingleton<FeedReading>()
            .AddSingleton<FeedContents>()
            .AddSingleton<FeedShelf>();

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
        if (!name.Split('-').All(part => part.All(char.IsAsciiLetterOrDigit)) || await shelf.TakeAsync(subject, query) is not { } feed)
            return Plain("There is no such calendar. It may have been mistyped.", StatusCodes.Status404NotFound);
        return new FeedAnswer(feed, $"rallies-{name}.ics", query.Download);
    }

    private static ContentHttpResult Plain(string sentence, int status) =>
        TypedResults.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: status);
}
