using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Disputes;
using Rallies.Storage;

namespace Rallies.Web.Reads;

/// <summary>What the public may know of disputes and picket lines: a proposal that nobody has accepted does not exist.</summary>
public sealed class PicketReads(IDbContextFactory<RalliesContext> database, IClock clock)
{
    /// <summary>How many days are "the coming days", today among them.</summary>
    public const int DaysAhead = 7;

    private static readonly Distance nearBy = new(50_000);

    /// <summary>Those that stand, or would stand had they not been called off, on any of the days ahead; none that is long unconfirmed.</summary>
    public async Task<IReadOnlyList<ListedPicket>> ComingAsync(int daysAhead, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var archived = now - PicketLine.ArchiveAfter;
        var pickets = await Listed(
                context,
                context.Disputes.Where(d => d.Stage != DisputeStage.Settled),
                context.PicketLines.Where(l => l.ConfirmedAt > archived)
            )
            .ToListAsync(cancellation);
        return [.. ByTown(pickets.Where(p => p.Days(now, daysAhead).Any()))];
    }

    /// <summary>The nearest few of the coming days that are not called off.</summary>
    public async Task<IReadOnlyList<NearPicket>> NearAsync(Coordinates from, int most, CancellationToken cancellation) =>
        [
            .. NearPicket
                .InOrder((await ComingAsync(DaysAhead, cancellation)).Where(p => !p.IsCalledOff), from)
                .TakeWhile(n => n.Distance <= nearBy)
                .Take(most),
        ];

    public async Task<ShownDispute?> FindAsync(string slug, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await using var context = await database.CreateDbContextAsync(cancellation);
        var dispute = await context.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug && d.AcceptedAt != null, cancellation);
        if (dispute is null)
            return null;
        var pickets = await Listed(context, context.Disputes.Where(d => d.Id == dispute.Id), context.PicketLines).ToListAsync(cancellation);
        return new ShownDispute
        {
            Slug = dispute.Slug,
            Union = dispute.Union,
            Employer = dispute.Employer,
            Demands = dispute.Demands,
            Help = dispute.Help,
            Stage = dispute.Stage,
            SourceUrl = dispute.SourceUrl,
            StrikeFundUrl = dispute.StrikeFundUrl,
            PetitionUrl = dispute.PetitionUrl,
            ChangedAt = dispute.ChangedAt,
            Pickets = [.. ByTown(pickets.Where(p => IsShown(p, now)))],
        };
    }

    private static bool IsShown(ListedPicket picket, Instant now) =>
        picket.Line.TrustAt(now) != PicketTrust.Archived && picket.Line.Last >= now.InZone(picket.Town.Zone).Date;

    private static IQueryable<ListedPicket> Listed(RalliesContext context, IQueryable<Dispute> disputes, IQueryable<PicketLine> lines) =>
        lines
            .AsNoTracking()
            .Join(
                disputes.Where(d => d.AcceptedAt != null),
                l => l.DisputeId,
                d => d.Id,
                (l, d) => new ListedPicket(l, d.Slug, d.Union, d.Employer, d.Stage, d.SourceUrl)
            );

    private static IEnumerable<ListedPicket> ByTown(IEnumerable<ListedPicket> pickets) =>
        pickets.OrderBy(p => p.Town.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(p => p.Line.From).ThenBy(p => p.Line.Id);
}
