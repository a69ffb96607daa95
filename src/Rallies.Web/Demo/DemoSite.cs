using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Storage;
using Rallies.Storage.Counting;
using Rallies.Web.Start;
using Rallies.Web.Towns;
using Rallies.Web.UseCases;

namespace Rallies.Web.Demo;

/// <summary>
/// Fills an empty database with a believable national day of invented people in real towns: <c>3rd-june</c>, and <c>tonight</c>, which is
/// open for counting at whatever hour the site is started. Never touches a database that holds anything it did not put there.
/// </summary>
internal sealed class DemoSite(IDbContextFactory<RalliesContext> database, Gazetteer gazetteer, PledgeSecrets secrets, IClock clock)
{
    public const string BigDay = "3rd-june";
    public const string Tonight = "tonight";
    private const string London = "Europe/London";
    private static readonly Duration TonightLasts = Duration.FromHours(12);

    public async Task FillAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await context.SiteFacts.AnyAsync(f => f.Name == SiteFact.Demo, cancellation))
        {
            if (
                await context.Days.AnyAsync(cancellation)
                || await context.Grants.AnyAsync(cancellation)
                || await context.Disputes.AnyAsync(cancellation)
            )
                throw new StartRefusedException(
                    "Rallies:Demo is true, but this database holds what people have entered: start without the demo, or give it another Rallies:DataDirectory or connection string."
                );
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            context.SiteFacts.Add(new SiteFact(SiteFact.Demo, "filled"));
            await DemoDisputes.AddAsync(context, DemoTowns.Choose(gazetteer), clock.GetCurrentInstant(), cancellation);
            await transaction.CommitAsync(cancellation);
        }
        await AnnounceBigDayAsync(context, cancellation);
        await RenewTonightAsync(context, cancellation);
    }

    private async Task AnnounceBigDayAsync(RalliesContext context, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(DateTimeZoneProviders.Tzdb[London]).Date;
        var date = new LocalDate(today.Year, 6, 3);
        date = date >= today ? date : date.PlusYears(1);
        if (await context.Days.AnyAsync(d => d.Date == date && d.Slug.StartsWith(BigDay), cancellation))
            return;
        // A slug is never used again: next year's is 3rd-june-2028.
        var slug = await context.Days.AnyAsync(d => d.Slug == BigDay, cancellation)
            ? string.Create(CultureInfo.InvariantCulture, $"{BigDay}-{date.Year}")
            : BigDay;
        var day = new DayOfAction(new Slug(slug), "3rd June, 6pm sharp", date, new LocalTime(18, 0), Duration.FromMinutes(90), London, now);
        day.Describe(
            "In every town and city, at 6pm sharp, people gather to hear candidates, trade unionists, strikers and community campaigners. Don't wait for instructions: just organise it.",
            "#3rdJune #6pmSharp",
            [
                new CallToAction(
                    CallToActionKind.VoterRegistration,
                    "Register to vote",
                    "https://example.org/register",
                    date.PlusDays(-12)
                ),
                new CallToAction(CallToActionKind.Petition, "Sign for the libraries", "https://example.org/libraries", null),
            ],
            now
        );
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await AddDayAsync(context, day, now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task RenewTonightAsync(RalliesContext context, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var zone = DateTimeZoneProviders.Tzdb[London];
        var old = await context.Days.SingleOrDefaultAsync(d => d.Slug == Tonight, cancellation);
        if (old is not null && WallClock.InstantOf(old.StartsAt, zone) + old.Lasts > now)
            return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (old is not null)
            await RemoveAsync(context, old, cancellation);
        var start = now.Minus(Duration.FromMinutes(30)).InZone(zone).LocalDateTime;
        start = start.Date.At(new LocalTime(start.Hour, start.Minute / 15 * 15));
        var day = new DayOfAction(new Slug(Tonight), "Tonight, everywhere", start.Date, start.TimeOfDay, TonightLasts, London, now);
        day.Describe("The demo's own night: every town of it is open for counting now.", "#Tonight", [], now);
        await CountAsync(context, day, await AddDayAsync(context, day, now, cancellation), now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // All of one version: it was before anybody could look.
    private async Task CountAsync(
        RalliesContext context,
        DayOfAction day,
        IReadOnlyList<Rally> rallies,
        Instant now,
        CancellationToken cancellation
    )
    {
        var version = await context.NextVersionAsync(day.Id, cancellation);
        var night = new DemoNight(WallClock.InstantOf(day.StartsAt, DateTimeZoneProviders.Tzdb[London]), now);
        var pledges = new DemoPledges(secrets, now);
        var counts = rallies.Select(rally => night.Of(rally, gazetteer.Find(rally.Town.Slug)!)).ToList();
        await context.FillCountsAsync([.. counts.SelectMany(c => c.Taps)], [.. counts.SelectMany(c => c.CheckIns)], cancellation);
        context.Pledges.AddRange(rallies.SelectMany(pledges.Of));
        foreach (var rally in rallies)
            rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
    }

    private async Task<IReadOnlyList<Rally>> AddDayAsync(
        RalliesContext context,
        DayOfAction day,
        Instant now,
        CancellationToken cancellation
    )
    {
        context.Days.Add(day);
        await context.SaveChangesAsync(cancellation);
        var demo = new DemoRallies(context, now);
        var rallies = DemoTowns.Choose(gazetteer).Select((town, number) => demo.Rally(day, town, number)).ToList();
        context.Rallies.AddRange(rallies);
        await context.SaveChangesAsync(cancellation);
        _ = rallies.SelectMany(demo.RunningOrder).Count();
        await context.SaveChangesAsync(cancellation);
        context.Slots.AddRange(rallies.SelectMany(demo.RunningOrder));
        await context.SaveChangesAsync(cancellation);
        return rallies;
    }

    // Only the demo forgets a day: its own night, so that it can be made anew.
    private static async Task RemoveAsync(RalliesContext context, DayOfAction day, CancellationToken cancellation)
    {
        await context.Grants.Where(g => context.Rallies.Any(r => r.Id == g.RallyId && r.DayId == day.Id)).ExecuteDeleteAsync(cancellation);
        var rallies = context.Rallies.Where(r => r.DayId == day.Id).Select(r => r.Id);
        await context.Taps.Where(t => rallies.Contains(t.RallyId)).ExecuteDeleteAsync(cancellation);
        await context.CheckIns.Where(c => rallies.Contains(c.RallyId)).ExecuteDeleteAsync(cancellation);
        await context.Rallies.Where(r => r.DayId == day.Id).ExecuteDeleteAsync(cancellation);
        context.Days.Remove(day);
        await context.SaveChangesAsync(cancellation);
    }
}
