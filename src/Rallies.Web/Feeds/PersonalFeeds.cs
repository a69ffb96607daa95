using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Calendars;
using Rallies.Domain.Permissions;
using Rallies.Domain.Pledges;
using Rallies.Storage;
using Rallies.Web.Settings;

namespace Rallies.Web.Feeds;

/// <summary>
/// Calendars of people's own: what they said they come to, as busy, with the alarm they ask for. Made when asked for and kept for a
/// minute; withdrawn pledges leave, and nothing stands in them that is not on the rally's page.
/// </summary>
public sealed class PersonalFeeds(
    IDbContextFactory<RalliesContext> database,
    OccurrenceReading reading,
    RalliesSettings settings,
    UidDomain uids,
    PublicAddress address,
    IClock clock,
    IStringLocalizer<PersonalFeeds> words
)
{
    private const int MostKept = 200;
    private static readonly Duration keptFor = Duration.FromSeconds(60);
    private readonly ConcurrentDictionary<(int Calendar, Instant Changed, string Query), (ShelvedFeed Feed, Instant Until)> kept = new();
    private readonly ConcurrentDictionary<int, bool> used = new();

    /// <summary>Null when no calendar has this secret, or no longer.</summary>
    public async Task<ShelvedFeed?> TakeAsync(Secret secret, FeedQuery query, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var hash = secret.Hash();
        if (
            await context.PersonalCalendars.AsNoTracking().SingleOrDefaultAsync(c => c.SecretHash == hash, cancellation) is not { } calendar
        )
            return null;
        used[calendar.Id] = true;
        var now = clock.GetCurrentInstant();
        var key = (calendar.Id, calendar.ChangedAt, query.Key);
        if (kept.TryGetValue(key, out var known) && now < known.Until)
            return known.Feed;
        var feed = await MakeAsync(context, calendar, query, now, cancellation);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[key] = (feed, Instant.Min(now + keptFor, feed.ChangesAt ?? Instant.MaxValue));
        return feed;
    }

    /// <summary>Which were asked for since this was last asked.</summary>
    public IReadOnlyList<int> TakeUsed() => [.. used.Keys.Where(id => used.TryRemove(id, out _))];

    private async Task<ShelvedFeed> MakeAsync(
        RalliesContext context,
        PersonalCalendar calendar,
        FeedQuery query,
        Instant now,
        CancellationToken cancellation
    )
    {
        var pledges = await context
            .Pledges.Where(p => p.PersonalCalendarId == calendar.Id)
            .Select(p => new
            {
                p.RallyId,
                p.FirstRallyId,
                p.WithdrawnAt,
            })
            .ToListAsync(cancellation);
        // A rally that has become part of another stays beside that one, and says so.
        var coming = pledges.Where(p => p.WithdrawnAt is null).SelectMany(p => new[] { p.FirstRallyId, p.RallyId }).ToHashSet();
        var rallies = await reading.RalliesAsync(coming, cancellation);
        var ids = rallies.Select(r => r.Id).ToList();
        var entries = await context
            .CalendarEntries.AsNoTracking()
            .Where(e => ids.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, cancellation);

        CultureInfo.CurrentUICulture = new CultureInfo(query.Language == "cy" ? "cy" : "en-GB");
        List<RenderedEvent> events =
        [
            .. from rally in rallies
            where rally.IsShown && entries.ContainsKey(rally.Id)
            let written = rally.Write(entries[rally.Id], now, query.CancelledAsNotice)
            select RenderedEvent.From(written with { TakesTime = true, AlarmMinutes = query.Remind }, TimeZoneTexts.Default),
        ];
        var window = new CalendarWindow { AsOf = now };
        var changed = entries
            .Values.SelectMany(e => new[] { e.ChangedAt, e.LeftAt })
            .Concat(pledges.Select(p => p.WithdrawnAt))
            .Append(calendar.ChangedAt)
            .Append(window.LastChange(events))
            .Max()!
            .Value;
        // No SOURCE: what people export gets passed on, and the address is a secret.
        var assembled = CalendarAssembly.Assemble(
            new Calendars.Calendar
            {
                Product = FeedAssembly.Product,
                Uid = uids.Uid($"mine.{calendar.Id}"),
                Name = words["name"],
                Description = words["description", address.Origin.Host],
                Changed = changed,
                Url = new Uri(address.Absolute(Addresses.Front)),
                Colour = new CalendarColour("crimson"),
                Zone = TimeZoneTexts.Default.For(DateTimeZoneProviders.Tzdb["Europe/London"]),
            },
            events,
            window
        );
        return new ShelvedFeed(assembled.Octets, changed, assembled.ChangesAt, settings.CompressFeeds);
    }
}
