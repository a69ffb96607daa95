using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Rehearsing;
using Rallies.Web.Towns;

namespace Rallies.Web.UseCases;

/// <summary>
/// Prepares a demo's day for a played night, and takes everything played off it again. Only a site that was filled as a demo is taken;
/// what people have entered there stays.
/// </summary>
internal sealed class RehearseDay(IDbContextFactory<RalliesContext> database, Gazetteer gazetteer, IClock clock, Happenings happenings)
{
    /// <summary>What the day's mark says instead of a time once nothing more is to be played.</summary>
    public const string Halted = "halted";
    private const string GrantName = "Rehearsal";

    /// <inheritdoc cref="CastOnServerAsync"/>
    public async Task<(CastOutcome Outcome, Cast? Cast)> CastAsync(
        HeldGrants held,
        string day,
        int towns,
        CancellationToken cancellation
    ) => await MayAsync(held, cancellation) ? await CastOnServerAsync(day, towns, cancellation) : (CastOutcome.NotAllowed, null);

    /// <summary>
    /// Chooses the largest rallies that are open now, makes a steward's link for each and marks the day as rehearsed. Links of an earlier
    /// rehearsal end.
    /// </summary>
    public async Task<(CastOutcome Outcome, Cast? Cast)> CastOnServerAsync(string slug, int towns, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (!await context.SiteFacts.AnyAsync(f => f.Name == SiteFact.Demo, cancellation))
            return (CastOutcome.NotDemo, null);
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day)
            return (CastOutcome.UnknownDay, null);
        var now = clock.GetCurrentInstant();
        var guessed = await context
            .Taps.Where(t => t.Kind == TapKind.Estimate || t.Kind == TapKind.Correction)
            .Select(t => t.RallyId)
            .Distinct()
            .ToHashSetAsync(cancellation);
        var rallies = (await context.Rallies.AsNoTracking().Where(r => r.DayId == day.Id).ToListAsync(cancellation))
            .Where(r => IsOpen(r, day, now))
            // Where somebody has guessed thousands, a door that counts tens makes the total fall: right, and no evening to learn by.
            .OrderBy(r => guessed.Contains(r.Id))
            .ThenByDescending(r => gazetteer.Find(r.Town.Slug)?.Population ?? 0)
            .Take(towns)
            .ToList();
        if (rallies.Count == 0)
            return (CastOutcome.NothingOpen, null);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await EndLinksAsync(context, day.Id, now, cancellation);
        var played = Shared(rallies);
        context.Grants.AddRange(played.Select(t => new Grant(Role.Steward, t.RallyId, GrantName, t.Steward, now, RehearsalMark.NewId())));
        await context.SiteFacts.Where(f => f.Name == SiteFact.RehearsalOf(day.Id)).ExecuteDeleteAsync(cancellation);
        context.SiteFacts.Add(new SiteFact(SiteFact.RehearsalOf(day.Id), now.ToString()));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.Rehearsed(day.Id, day.Slug, IsOn: true));
        return (CastOutcome.Ready, new Cast(slug, played));
    }

    /// <summary>The night is over: its links end, its figures stay until somebody takes them off.</summary>
    public async Task EndAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var dayId = await context.Days.Where(d => d.Slug == slug).Select(d => d.Id).SingleAsync(cancellation);
        await EndLinksAsync(context, dayId, clock.GetCurrentInstant(), cancellation);
    }

    /// <summary>
    /// Before it is taken off: links end, and a site that is running takes nothing more that is played, within seconds and while its pages
    /// still say what its figures are. False when nothing was being played.
    /// </summary>
    public async Task<bool> HaltOnServerAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day)
            return false;
        if (await EndLinksAsync(context, day.Id, clock.GetCurrentInstant(), cancellation) == 0)
            return false;
        await context
            .SiteFacts.Where(f => f.Name == SiteFact.RehearsalOf(day.Id))
            .ExecuteUpdateAsync(fact => fact.SetProperty(f => f.Value, Halted), cancellation);
        await happenings.TellAsync(new Happening.Rehearsed(day.Id, day.Slug, IsOn: true));
        return true;
    }

    /// <summary>As <see cref="RemoveOnServerAsync"/>, in the site itself: a night that is still played from outside is stopped first.</summary>
    public async Task<Change> RemoveAsync(HeldGrants held, string day, CancellationToken cancellation)
    {
        if (!await MayAsync(held, cancellation))
            return Change.NotAllowed;
        await HaltOnServerAsync(day, cancellation);
        return await RemoveOnServerAsync(day, cancellation);
    }

    /// <summary>
    /// Takes off every entry that was played, its links and the mark: what people tapped between them stays. Again, it takes off what
    /// came in while it did so, as from a night that was still played.
    /// </summary>
    public async Task<Change> RemoveOnServerAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await context.Days.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } day)
            return Change.NotFound;
        if (!await context.SiteFacts.AnyAsync(f => f.Name == SiteFact.Demo, cancellation))
            return Change.AlreadySo;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var version = await context.NextVersionAsync(day.Id, cancellation); // from here on nobody else writes to the day
        var rallies = context.Rallies.Where(r => r.DayId == day.Id);
        var ids = rallies.Select(r => r.Id);
        var taps = await MarkedAsync(context.Taps.Where(t => ids.Contains(t.RallyId)).Select(t => t.Id), cancellation);
        var checkIns = await MarkedAsync(context.CheckIns.Where(c => ids.Contains(c.RallyId)).Select(c => c.Id), cancellation);
        var isTold = await context.SiteFacts.AnyAsync(f => f.Name == SiteFact.RehearsalOf(day.Id), cancellation);
        if (!isTold && taps.Count == 0 && checkIns.Count == 0)
            return Change.AlreadySo;
        foreach (var played in taps)
            await context.Taps.Where(t => played.Contains(t.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var played in checkIns)
            await context.CheckIns.Where(c => played.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var played in await LinksAsync(context, day.Id, cancellation))
            await context.Grants.Where(g => played.Contains(g.Id)).ExecuteDeleteAsync(cancellation);
        foreach (var rally in await rallies.ToListAsync(cancellation))
            rally.SeenAt(version);
        await context.SaveChangesAsync(cancellation);
        await context.SiteFacts.Where(f => f.Name == SiteFact.RehearsalOf(day.Id)).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await happenings.TellAsync(new Happening.Rehearsed(day.Id, day.Slug, IsOn: false));
        return Change.Made;
    }

    /// <summary>The days that carry played figures.</summary>
    public async Task<IReadOnlyList<RehearsedDay>> RehearsedAsync(CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        var facts = await context
            .SiteFacts.Where(f => f.Name.StartsWith(SiteFact.Rehearsal))
            .ToDictionaryAsync(f => f.Name, f => f.Value, cancellation);
        if (facts.Count == 0)
            return [];
        var days = await context.Days.Select(d => new { d.Id, d.Slug }).ToListAsync(cancellation);
        return
        [
            .. days.Where(d => facts.ContainsKey(SiteFact.RehearsalOf(d.Id)))
                .Select(d => new RehearsedDay(d.Id, d.Slug, facts[SiteFact.RehearsalOf(d.Id)])),
        ];
    }

    private async Task<bool> MayAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await GrantBook.AllowingAsync(context, held, Verb.Rehearse, null, cancellation) is not null;
    }

    private static bool IsOpen(Rally rally, DayOfAction day, Instant now)
    {
        var counted = new CountedRally(rally, day, pledged: 0);
        return !counted.IsHidden
            && !counted.IsCancelled
            && counted.Status != RallyStatus.Postponed
            && counted.Hours.IsOpen(now)
            && now >= counted.Hours.HereOpensAt;
    }

    // A city brings more than a village, but not in proportion.
    private List<PlayedTown> Shared(IReadOnlyCollection<Rally> rallies)
    {
        var sizes = rallies.ToDictionary(r => r.Id, r => Math.Pow(Math.Max(gazetteer.Find(r.Town.Slug)?.Population ?? 0, 5_000), 0.6));
        var all = sizes.Values.Sum();
        return [.. rallies.Select(r => new PlayedTown(r.Id, r.Slug, sizes[r.Id] / all, Secret.New()))];
    }

    // An organiser who trains stewards may call a link "Rehearsal" too, and keeps it.
    private static Task<IReadOnlyList<Guid[]>> LinksAsync(RalliesContext context, int dayId, CancellationToken cancellation) =>
        MarkedAsync(
            context
                .Grants.Where(g => g.Name == GrantName && context.Rallies.Any(r => r.Id == g.RallyId && r.DayId == dayId))
                .Select(g => g.Id),
            cancellation
        );

    private static async Task<int> EndLinksAsync(RalliesContext context, int dayId, Instant now, CancellationToken cancellation)
    {
        var ended = 0;
        foreach (var played in await LinksAsync(context, dayId, cancellation))
            ended += await context
                .Grants.Where(g => g.RevokedAt == null && played.Contains(g.Id))
                .ExecuteUpdateAsync(grant => grant.SetProperty(g => g.RevokedAt, now), cancellation);
        return ended;
    }

    // In portions, as SQLite takes only so many values in one command.
    private static async Task<IReadOnlyList<Guid[]>> MarkedAsync(IQueryable<Guid> ids, CancellationToken cancellation) =>
        [.. (await ids.ToListAsync(cancellation)).Where(RehearsalMark.IsOn).Chunk(500)];
}
