using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Merging;

namespace Rallies.Storage;

/// <summary>Reads what two rallies becoming one depends on. Few ever do.</summary>
public static class MergesReading
{
    /// <summary>Whether anybody was ever counted, or checked in, at either.</summary>
    public static async Task<bool> HasCountAsync(this RalliesContext context, int one, int other, CancellationToken cancellation) =>
        await context.Taps.AnyAsync(t => t.RallyId == one || t.RallyId == other, cancellation)
        || await context.CheckIns.AnyAsync(c => c.RallyId == one || c.RallyId == other, cancellation);

    public static async Task<Merges> MergesAsync(this RalliesContext context, CancellationToken cancellation) =>
        new(
            await context
                .Rallies.Where(r => r.MergedIntoId != null)
                .Select(r => new { r.Id, Into = r.MergedIntoId!.Value })
                .ToDictionaryAsync(r => r.Id, r => r.Into, cancellation)
        );
}
