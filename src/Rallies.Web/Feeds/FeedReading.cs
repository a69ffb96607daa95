using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Storage;
using Rallies.Web.Towns;

namespace Rallies.Web.Feeds;

/// <summary>Reads what a feed is about; hidden rallies count for when it last changed and for nothing else.</summary>
public sealed class FeedReading(
    IDbContextFactory<RalliesContext> database,
    Gazetteer gazetteer,
    IClock clock,
    IStringLocalizer<FeedReading> words
)
{
    /// <summary>Null when there is no such subject.</summary>
    public async Task<FeedMatter?> ReadAsync(FeedSubject subject, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await ScopeAsync(context, subject, cancellation) is { } scope ? await GatherAsync(context, scope, cancellation) : null;
    }

    private async Task<Scope?> ScopeAsync(RalliesContext context, FeedSubject subject, CancellationToken cancellation)
    {
        switch (subject)
        {
            case FeedSubject.Everything:
                return new Scope("/all", words["all"], Addresses.Front)
                {
                    Days = d => true,
                    Rallies = r => true,
                    Lines = l => true,
                };
            case FeedSubject.Pickets:
                return new Scope("/pickets", words["pickets"], Addresses.Pickets) { Lines = l => true };
            case FeedSubject.Day(var slug):
                return await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day
                    ? null
                    : new Scope($"/{slug}", day.Name, Addresses.ForDay(slug))
                    {
                        Days = d => d.Id == day.Id,
                        Rallies = r => r.DayId == day.Id,
                    };
            case FeedSubject.OneRally(var daySlug, var slug):
                var found = await context
                    .Rallies.Where(r => r.Slug == slug && r.HiddenAt == null && context.Days.Any(d => d.Id == r.DayId && d.Slug == daySlug))
                    .Select(r => new { r.Id, r.Town.Name })
                    .SingleOrDefaultAsync(cancellation);
                return found is null
                    ? null
                    : new Scope($"/{daySlug}/{slug}", found.Name, Addresses.ForTown(daySlug, slug)) { Rallies = r => r.Id == found.Id };
            case FeedSubject.Dispute(var slug):
                return
                    await context.Disputes.SingleOrDefaultAsync(d => d.Slug == slug && d.AcceptedAt != null, cancellation)
                        is not { } dispute
                    ? null
                    : new Scope($"/disputes/{slug}", $"{dispute.Union}, {dispute.Employer}", Addresses.ForDispute(slug))
                    {
                        Lines = l => l.DisputeId == dispute.Id,
                    };
            case FeedSubject.Town(var slug):
                return !gazetteer.TryFind(slug, out var town)
                    ? null
                    : new Scope($"/towns/{slug}", words["town", town.Name], $"/?town={slug}")
                    {
                        Rallies = r => r.Town.Slug == slug,
                        Lines = l => l.Town.Slug == slug,
                    };
            case FeedSubject.Region(var slug):
                return gazetteer.Towns.FirstOrDefault(t => t.Region == slug) is not { } within
                    ? null
                    : new Scope($"/regions/{slug}", words["region", within.RegionName], Addresses.Front)
                    {
                        Rallies = r => r.Town.Region == slug,
                        Lines = l => l.Town.Region == slug,
                    };
            default:
                throw new ArgumentOutOfRangeException(nameof(subject), subject, "No such kind of feed.");
        }
    }

    private async Task<FeedMatter> GatherAsync(RalliesContext context, Scope scope, CancellationToken cancellation)
    {
        var days = await context.Days.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
        var rallies = await context.Rallies.AsNoTracking().Where(scope.Rallies).ToListAsync(cancellation);
        var themselves = days.Values.Where(scope.Days.Compile()).ToList();
        var shifts = await ShiftsAsync(context, scope, cancellation);
        var changed = rallies
            .Select(r => r.ChangedAt)
            .Concat(themselves.Select(d => d.ChangedAt))
            .Concat(shifts.Select(s => s.ChangedAt))
            .DefaultIfEmpty(NodaConstants.UnixEpoch)
            .Max();
        var now = clock.GetCurrentInstant();
        return new FeedMatter(
            scope.Path,
            scope.Name,
            scope.Page,
            changed,
            themselves,
            [.. rallies.Where(r => !r.IsHidden).Select(r => (r, days[r.DayId]))],
            [.. shifts.Where(s => IsShown(s, now))]
        );
    }

    private static async Task<IReadOnlyList<ListedShift>> ShiftsAsync(RalliesContext context, Scope scope, CancellationToken cancellation)
    {
        // A line taken off the list is filtered out of other questions; its shifts stay here, called off.
        var lines = await context
            .PicketLines.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(scope.Lines)
            .ToDictionaryAsync(l => l.Id, cancellation);
        if (lines.Count == 0)
            return [];
        var disputes = await context.Disputes.AsNoTracking().Where(d => d.AcceptedAt != null).ToDictionaryAsync(d => d.Id, cancellation);
        var shifts = await context.PicketShifts.AsNoTracking().Where(s => lines.Keys.Contains(s.LineId)).ToListAsync(cancellation);
        return
        [
            .. shifts
                .Where(s => disputes.ContainsKey(lines[s.LineId].DisputeId))
                .Select(s => new ListedShift(s, lines[s.LineId], disputes[lines[s.LineId].DisputeId])),
        ];
    }

    // Nobody has confirmed the line for 14 days: its coming shifts leave the feed, and come back with the same UID.
    private static bool IsShown(ListedShift listed, Instant now) =>
        listed.Line.TrustAt(now) != PicketTrust.Archived || WallClock.InstantOf(listed.Shift.EndsAt, listed.Line.Town.Zone) < now;

    private sealed record Scope(string Path, string Name, string Page)
    {
        public Expression<Func<DayOfAction, bool>> Days { get; init; } = d => false;
        public Expression<Func<Rally, bool>> Rallies { get; init; } = r => false;
        public Expression<Func<PicketLine, bool>> Lines { get; init; } = l => false;
    }
}
