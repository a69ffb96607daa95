using Microsoft.EntityFrameworkCore;

namespace Rallies.Storage;

/// <summary>The counter of a day's public changes.</summary>
public static class Versions
{
    /// <summary>
    /// Raises the day's version and returns it. Called first in a transaction, it also makes every other writer of that day wait for
    /// the commit, so that versions and commits come in the same order and whatever is read afterwards is current.
    /// </summary>
    public static async Task<long> NextVersionAsync(this RalliesContext context, int dayId, CancellationToken cancellation) =>
        (
            await context
                .Database.SqlQuery<long>(
                    $"""UPDATE "Days" SET "Version" = "Version" + 1 WHERE "Id" = {dayId} RETURNING "Version" AS "Value" """
                )
                .ToListAsync(cancellation)
        ).Single();
}
