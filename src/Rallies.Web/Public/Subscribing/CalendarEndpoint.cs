using System.Globalization;
using Microsoft.Extensions.Localization;
using Rallies.Web.Feeds;
using Rallies.Web.Settings;
using Rallies.Web.Towns;

namespace Rallies.Web.Public.Subscribing;

/// <summary>Choose what to follow, then with which program.</summary>
internal static class CalendarEndpoint
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    public static async Task<IResult> ShowAsync(
        HttpContext context,
        FeedShelf shelf,
        FeedAssembly assembly,
        CalendarChoices choices,
        Gazetteer towns,
        PublicAddress address,
        IStringLocalizerFactory everyWord,
        CancellationToken cancellation
    )
    {
        var words = everyWord.Create(typeof(CalendarPage));
        if (await BookAsync(shelf, cancellation) is not { } book)
        {
            context.Response.Headers.RetryAfter = "20";
            return PublicPage.Sentence(context, StatusCodes.Status503ServiceUnavailable, words["not-ready"]);
        }
        PublicPage.MayBeKept(context, 60);
        var asked = AskedCalendar.Read(context.Request.Query, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, towns);
        var feed =
            asked.Subject is { } subject && NameOf(subject) is { } name
                ? new FollowedFeed(name, address.Origin, subject, asked.Query)
                : null;
        var view = new CalendarView
        {
            Asked = asked,
            Feed = feed,
            IsEmpty = feed is not null && !book.Of(feed.Subject).Any(e => e.IsShown && feed.Query.Takes(e.Belongs)),
            IsCut = feed is not null && assembly.IsCut(book, feed.Subject, feed.Query, shelf.Now),
            Days = await choices.DaysAsync(cancellation),
            Rallies = [],
            Regions = choices.Regions(book),
            Disputes = CalendarChoices.Disputes(book),
            Speakers = CalendarChoices.Speakers(book),
        };
        return PublicPage.Show<CalendarPage>(view with { Rallies = await choices.RalliesAsync(view.Day, cancellation) });

        // A calendar of one rally is called like its town; here its day belongs to it.
        string? NameOf(FeedSubject subject) =>
            assembly.NameOf(book, subject) is not { } called ? null
            : subject is FeedSubject.OneRally(var day, _) ? words["rally-of-day", called, book.Names[new FeedSubject.Day(day)].Name]
            : called;
    }

    private static async Task<FeedBook?> BookAsync(FeedShelf shelf, CancellationToken cancellation)
    {
        try
        {
            return await shelf.FilledBookAsync(cancellation).WaitAsync(patience, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
