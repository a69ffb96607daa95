using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain;
using Rallies.Storage;
using Rallies.Web.Towns;

namespace Rallies.Web.Feeds;

/// <summary>Reads what a feed is about; hidden rallies count for when it last changed and for nothing else.</summary>
public sealed class FeedReading(IDbContextFactory<RalliesContext> database, Gazetteer gazetteer, IStringLocalizer<FeedReading> words)
{
    /// <summary>Null when there is no such subject.</summary>
    public async Task<FeedMatter?> ReadAsync(FeedSubject subject, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        switch (subject)
        {
            case FeedSubject.Everything:
                return await GatherAsync(context, "/all", words["all"], Addresses.Front, rally => true, day => true, cancellation);
            case FeedSubject.Day(var slug):
                if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day)
                    return null;
                return await GatherAsync(
                    context,
                    $"/{slug}",
                    day.Name,
                    Addresses.ForDay(slug),
                    r => r.DayId == day.Id,
                    d => d.Id == day.Id,
                    cancellation
                );
            case FeedSubject.OneRally(var daySlug, var slug):
                var found = await context
                    .Rallies.Where(r => r.Slug == slug && r.HiddenAt == null && context.Days.Any(d => d.Id == r.DayId && d.Slug == daySlug))
                    .Select(r => new { r.Id, r.Town.Name })
                    .SingleOrDefaultAsync(cancellation);
                if (found is null)
                    return null;
                return await GatherAsync(
                    context,
                    $"/{daySlug}/{slug}",
                    found.Name,
                    Addresses.ForTown(daySlug, slug),
                    r => r.Id == found.Id,
                    null,
                    cancellation
                );
            case FeedSubject.Town(var slug):
                if (!gazetteer.TryFind(slug, out var town))
                    return null;
                return await GatherAsync(
                    context,
                    $"/towns/{slug}",
                    words["town", town.Name],
                    $"/?town={slug}",
                    r => r.Town.Slug == slug,
                    null,
                    cancellation
                );
            case FeedSubject.Region(var slug):
                if (gazetteer.Towns.FirstOrDefault(t => t.Region == slug) is not { } within)
                    return null;
                return await GatherAsync(
                    context,
                    $"/regions/{slug}",
                    words["region", within.RegionName],
                    Addresses.Front,
                    r => r.Town.Region == slug,
                    null,
                    cancellation
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(subject), subject, "No such kind of feed.");
        }
    }

    private static async Task<FeedMatter> GatherAsync(
        RalliesContext context,
        string path,
        string name,
        string page,
        Expression<Func<Rally, bool>> which,
        Expression<Func<DayOfAction, bool>>? daysThemselves,
        CancellationToken cancellation
    )
    {
        var days = await context.Days.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
        var rallies = await context.Rallies.AsNoTracking().Where(which).ToListAsync(cancellation);
        var themselves = daysThemselves is null ? [] : days.Values.Where(daysThemselves.Compile()).ToList();
        var changed = rallies
            .Select(r => r.ChangedAt)
            .Concat(themselves.Select(d => d.ChangedAt))
            .DefaultIfEmpty(NodaConstants.UnixEpoch)
            .Max();
        return new FeedMatter(path, name, page, changed, themselves, [.. rallies.Where(r => !r.IsHidden).Select(r => (r, days[r.DayId]))]);
    }
}
