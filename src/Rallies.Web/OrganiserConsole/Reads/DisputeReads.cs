using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Reads disputes and picket lines for admins, proposals too.</summary>
internal sealed class DisputeReads(IDbContextFactory<RalliesContext> database)
{
    /// <summary>Those that wait first, then by employer; null when the reader is no admin.</summary>
    public async Task<IReadOnlyList<DisputeLine>?> AllAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.EnterDispute, null, cancellation) is null)
            return null;
        var lines = await context
            .Disputes.AsNoTracking()
            .Select(d => new DisputeLine(
                d.Slug,
                d.Union,
                d.Employer,
                d.Stage,
                d.AcceptedAt == null,
                context.PicketLines.Count(l => l.DisputeId == d.Id)
            ))
            .ToListAsync(cancellation);
        return [.. lines.OrderByDescending(d => d.IsWaiting).ThenBy(d => d.Employer, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Null when there is none, or the reader is no admin.</summary>
    public async Task<DisputeToEdit?> FindAsync(HeldGrants held, string slug, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.EnterDispute, null, cancellation) is null)
            return null;
        if (await context.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, cancellation) is not { } dispute)
            return null;
        var lines = await context.PicketLines.AsNoTracking().Where(l => l.DisputeId == dispute.Id).ToListAsync(cancellation);
        var town = await context
            .Rallies.Where(r => r.Id == dispute.ProposedByRallyId)
            .Select(r => r.Town.Name)
            .SingleOrDefaultAsync(cancellation);
        return new(dispute, [.. lines.OrderBy(l => l.Town.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(l => l.Id)], town);
    }
}
