using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Web.Settings;
using Rallies.Web.Towns;
using Rallies.Web.Words;

namespace Rallies.Web.Feeds;

/// <summary>Puts a feed together from the book. The instant decides only what is past and near; it is written nowhere.</summary>
public sealed class FeedAssembly(
    RalliesSettings settings,
    UidDomain uids,
    PublicAddress address,
    Gazetteer gazetteer,
    RegionNames regions,
    IStringLocalizer<FeedAssembly> words
)
{
    // Part of the octets, and so of the ETag: the major version alone.
    internal const string Product = "-//Rallies//1//EN";

    /// <summary>Null when there is no such subject. Whoever asks goes on in their own language.</summary>
    public ShelvedFeed? Make(FeedBook book, FeedSubject subject, FeedQuery query, Instant now) =>
        In(
            query.Language,
            () =>
            {
                if (NameOf(book, subject) is not { } name)
                    return null; // before anything is gathered
                var (calendar, events, window) = Gather(book, subject, query, name, now);
                var assembled = window is null
                    ? CalendarAssembly.Assemble(calendar, events)
                    : CalendarAssembly.Assemble(calendar, events, window);
                return new ShelvedFeed(assembled.Octets, calendar.Changed, assembled.ChangesAt, settings.CompressFeeds);
            }
        );

    /// <summary>Whether something of its time has no room in it; nothing is put together to learn that.</summary>
    public bool IsCut(FeedBook book, FeedSubject subject, FeedQuery query, Instant now) =>
        In(
            query.Language,
            () =>
                NameOf(book, subject) is { } name
                && Gather(book, subject, query, name, now) is (var calendar, var events, { } window)
                && !CalendarAssembly.HasRoom(calendar, events, window)
        );

    private static T In<T>(string feeds, Func<T> make)
    {
        var language = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(feeds == "cy" ? "cy" : "en-GB");
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = language;
        }
    }

    private (Calendars.Calendar Calendar, List<RenderedEvent> Events, CalendarWindow? Window) Gather(
        FeedBook book,
        FeedSubject subject,
        FeedQuery query,
        string name,
        Instant now
    )
    {
        var all = book.Of(subject).ToList();
        var events = all.Where(e => e.IsShown && query.Takes(e.Belongs))
            .Select(e => e.In(query.Language, query.CancelledAsNotice))
            .ToList();
        // One rally alone is kept however long ago it was: somebody's download must not be empty.
        var window = subject is FeedSubject.OneRally ? null : new CalendarWindow { AsOf = now, Notice = words["left-out"] };
        var calendar = new Calendars.Calendar
        {
            Product = Product,
            Uid = uids.Uid("calendar." + subject.Path.Replace('/', '.')),
            Name = name,
            Description = words["description", address.Origin.Host],
            Changed = Changed(book, subject, all, window?.LastChange(events)),
            Url = new Uri(address.Absolute(subject.Page)),
            Source = new Uri(address.Absolute(Addresses.ForFeed(subject.Path))),
            Colour = new CalendarColour("crimson"),
            Zone = TimeZoneTexts.Default.For(DateTimeZoneProviders.Tzdb["Europe/London"]),
        };
        return (calendar, events, window);
    }

    /// <summary>What calendars call it, in the language of the moment; null when there is no such subject.</summary>
    public string? NameOf(FeedBook book, FeedSubject subject) =>
        subject switch
        {
            FeedSubject.Everything => words["all"],
            FeedSubject.Pickets => words["pickets"],
            FeedSubject.Town(var slug) => gazetteer.TryFind(slug, out var town) ? words["town", town.Name].Value : null,
            FeedSubject.Region(var slug) => regions.Knows(slug) ? words["region", regions.Of(slug)].Value : null,
            FeedSubject.Speaker when book.Names.TryGetValue(subject, out var speaker) => words["speaker", speaker.Name].Value,
            // A hidden rally has no feed of its own.
            FeedSubject.OneRally => book.Of(subject).FirstOrDefault(e => e.IsShown && subject.Holds(e.Belongs))?.Belongs.TownName,
            _ => book.Names.GetValueOrDefault(subject)?.Name,
        };

    // Whatever is in it, has left it, or has been let in or out by time (RFC 9110 §8.8.2).
    private static Instant Changed(FeedBook book, FeedSubject subject, List<ListedEvent> all, Instant? byTime) =>
        all.Select(e => e.TouchedAt)
            .Append(byTime)
            .Append(book.Names.GetValueOrDefault(subject)?.ChangedAt)
            .Append(subject is FeedSubject.Speaker ? book.LostAt : null)
            .Max()
        ?? NodaConstants.UnixEpoch;
}
