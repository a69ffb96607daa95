using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;
using Rallies.Web.Towns;
using Rallies.Web.Words;

namespace Rallies.Web.Importing;

/// <summary>Shows what importing a strike list would do.</summary>
public sealed class StrikeListPreview(
    IDbContextFactory<RalliesContext> database,
    Gazetteer gazetteer,
    Said said,
    SaidWeek week,
    IClock clock
)
{
    public async Task<bool> MayImportAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await GrantBook.AllowingAsync(context, held, Verb.EnterDispute, null, cancellation) is not null;
    }

    public async Task<StrikePlan> OfAsync(ImportRequest request, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return (await OfAsync(context, request, clock.GetCurrentInstant(), agreed: null, cancellation)).Plan;
    }

    /// <summary>Changes nothing in the database, and reads it as the context's transaction sees it.</summary>
    /// <param name="agreed">The marks of the rows that are wanted; null for all.</param>
    /// <returns>What each row does, and what there is to store for it.</returns>
    internal async Task<(StrikePlan Plan, IReadOnlyList<StrikeStep> Steps)> OfAsync(
        RalliesContext context,
        ImportRequest request,
        Instant now,
        IReadOnlySet<string>? agreed,
        CancellationToken cancellation
    )
    {
        var source = Slug.From(request.Source) ?? Slug.From(request.CameFrom) ?? new Slug("strike-list");
        var list = StrikeList.Read(request.Octets, gazetteer);
        var known = await KnownDisputes.LoadAsync(context, source.Value, cancellation);
        var planning = new StrikePlanning(known, said, week, now, agreed);
        var refused = list.Refused.Select(r => new PlannedLine
        {
            FileLine = r.Key,
            What = WhatHappens.Refused,
            Notes = r.Value,
        });
        var plan = new StrikePlan(source.Value)
        {
            IsRefused = list.IsRefused,
            Notes = list.Notes,
            Lines = [.. list.Rows.Select(planning.Plan).Concat(refused).OrderBy(l => l.FileLine)],
        };
        return (plan, planning.Steps);
    }
}
