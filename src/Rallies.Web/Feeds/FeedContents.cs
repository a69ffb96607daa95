using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>Makes a feed. The instant decides only what is past and near; it is written nowhere.</summary>
public sealed class FeedContents(
    FeedReading reading,
    RallyEvents events,
    PicketEvents pickets,
    UidDomain uids,
    PublicAddress address,
    IStringLocalizer<FeedContents> words
)
{
    // Part of the octets, and so of the ETag: the major version alone.
    private const string Product = "-//Rallies//1//EN";

    /// <summary>Null when there is no such subject.</summary>
    public async Task<ShelvedFeed?> MakeAsync(FeedSubject subject, FeedQuery query, Instant now, CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = query.Language == "cy" ? new CultureInfo("cy") : new CultureInfo("en-GB");
        if (await reading.ReadAsync(subject, cancellation) is not { } matter)
            return null;
        var calendar = new Calendars.Calendar
        {
            Product = Product,
            Uid = uids.Uid("calendar" + matter.Path.Replace('/', '.')),
            Name = matter.Name,
            Description = words["description", address.Origin.Host],
            Changed = matter.Changed,
            Url = new Uri(address.Absolute(matter.Page)),
            Source = new Uri(address.Absolute($"/calendar{matter.Path}.ics")),
            Colour = new CalendarColour("crimson"),
            Zone = TimeZoneTexts.Default.For(DateTimeZoneProviders.Tzdb["Europe/London"]),
        };
        var rendered = Wanted(matter, query).Select(e => RenderedEvent.From(e, TimeZoneTexts.Default)).ToList();
        // One rally alone is kept however long ago it was: somebody's download must not be empty.
        var assembled =
            subject is FeedSubject.OneRally
                ? CalendarAssembly.Assemble(calendar, rendered)
                : CalendarAssembly.Assemble(calendar, rendered, new CalendarWindow { AsOf = now, Notice = words["left-out"] });
        return new ShelvedFeed(assembled.Octets, matter.Changed, assembled.ChangesAt);
    }

    private IEnumerable<CalendarEvent> Wanted(FeedMatter matter, FeedQuery query)
    {
        if (query.Wants("rally"))
        {
            foreach (var day in matter.Days.Where(_ => query.Access.Count == 0))
                yield return events.Day(day, query);
            foreach (var (rally, day) in matter.Rallies.Where(r => HasAll(r.Rally.Access, query.Access)))
                yield return events.Rally(rally, day, query);
        }
        // Nobody asked pickets about access, so whoever needs it is shown none.
        if (query.Wants("picket") && query.Access.Count == 0)
            foreach (var shift in matter.Shifts)
                yield return pickets.Shift(shift, query);
    }

    private static bool HasAll(Domain.Access access, IReadOnlyList<string> needs) =>
        needs.All(need =>
            need switch
            {
                "step-free" => access.StepFree,
                "bsl" => access.SignLanguage,
                _ => access.ChildrenWelcome,
            } == AccessFact.Yes
        );
}
