using Microsoft.EntityFrameworkCore;

namespace Rallies.Storage;

/// <summary>Facts that are told anew.</summary>
public static class SiteFacts
{
    /// <summary>Whoever tells last is right, also of two at once.</summary>
    /// <param name="value">At most 500 characters.</param>
    public static Task KeepFactAsync(this RalliesContext context, string name, string value, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SiteFacts" ("Name", "Value") VALUES ({name}, {value})
            ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"
            """,
            cancellation
        );
}
