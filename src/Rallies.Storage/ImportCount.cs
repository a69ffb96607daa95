using Microsoft.EntityFrameworkCore;

namespace Rallies.Storage;

/// <summary>The counter of imports, by which a site that runs learns what another process has imported.</summary>
public static class ImportCount
{
    /// <summary>Called first in a transaction, it also makes every other import wait for the commit.</summary>
    public static Task RaiseImportsAsync(this RalliesContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SiteFacts" ("Name", "Value") VALUES ({SiteFact.Imports}, '1')
            ON CONFLICT ("Name") DO UPDATE SET "Value" = CAST(CAST("SiteFacts"."Value" AS bigint) + 1 AS varchar(20))
            """,
            cancellation
        );

    /// <summary>Null while there was none.</summary>
    public static Task<string?> ImportsAsync(this RalliesContext context, CancellationToken cancellation) =>
        context.SiteFacts.Where(f => f.Name == SiteFact.Imports).Select(f => f.Value).SingleOrDefaultAsync(cancellation);
}
