using Rallies.Web.Guards;
using Rallies.Web.Metrics;

namespace Rallies.Web.Feeds;

/// <summary>
/// Calendar feeds: addresses people's phones ask for years on end. They have a door of their own before everything that pages need,
/// as ten thousand subscribers come at the full hour and nearly all have it already.
/// </summary>
internal static class FeedEndpoints
{
    private static readonly string[] methods = ["GET", "HEAD"];

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
            .AddHostedService<FeedPreparing>()
            .AddSingleton<PersonalFeeds>()
            .AddHostedService<PersonalFeedRounds>()
            .AddSingleton<FeedDesk>();

    public static void UseFeeds(this WebApplication app)
    {
        var desk = app.Services.GetRequiredService<FeedDesk>();
        var answers = app.Services.GetRequiredService<SiteMeter>().FeedAnswers;
        app.Use(next => http => desk.TryAnswer(http) is { } answer ? NoteAsync(answers, http, answer) : next(http));
        app.MapWhen(
            context => IsFeed(context.Request.Path),
            feeds =>
            {
                feeds.Use(next => http => NoteAsync(answers, http, next(http)));
                feeds.UseMiddleware<Mishaps>();
                feeds.UseMiddleware<HostCheck>();
                feeds.UseRouting();
                feeds.UseEndpoints(endpoints => MapFeeds(endpoints.MapGroup("/calendar"), desk));
                feeds.Run(FeedDesk.NoSuchFeedAsync);
            }
        );
    }

    private static async Task NoteAsync(AnswersByStatus answers, HttpContext http, Task answer)
    {
        await answer;
        answers.Note(http.Response.StatusCode);
    }

    private static void MapFeeds(RouteGroupBuilder feeds, FeedDesk desk)
    {
        Map("/all.ics", _ => new FeedSubject.Everything());
        Map("/pickets.ics", _ => new FeedSubject.Pickets());
        Map("/disputes/{dispute}.ics", of => new FeedSubject.Dispute(of("dispute")));
        Map("/towns/{town}.ics", of => new FeedSubject.Town(of("town")));
        Map("/regions/{region}.ics", of => new FeedSubject.Region(of("region")));
        Map("/speakers/{speaker}.ics", of => new FeedSubject.Speaker(of("speaker")));
        feeds.MapMethods("/mine/{secret}.ics", methods, desk.AnswerOwnerAsync);
        Map("/{day}.ics", of => new FeedSubject.Day(of("day")));
        Map("/{day}/{town}.ics", of => new FeedSubject.OneRally(of("day"), of("town")));

        void Map(string pattern, Func<Func<string, string>, FeedSubject> subject) =>
            feeds.MapMethods(pattern, methods, http => desk.AnswerAsync(http, subject(name => (string)http.Request.RouteValues[name]!)));
    }

    public static bool IsFeed(PathString path) =>
        path.Value is { } address
        && address.StartsWith("/calendar/", StringComparison.Ordinal)
        && address.EndsWith(".ics", StringComparison.Ordinal);
}
