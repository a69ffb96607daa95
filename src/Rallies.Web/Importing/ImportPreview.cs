using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.Importing;

/// <summary>Shows what importing a calendar would do.</summary>
public sealed class ImportPreview(IDbContextFactory<RalliesContext> database, ImportReading reading)
{
    public async Task<bool> MayImportAsync(HeldGrants held, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await GrantBook.AllowingAsync(context, held, Verb.ImportCalendar, null, cancellation) is not null;
    }

    public async Task<ImportPlan> OfAsync(ImportRequest request, CancellationToken cancellation)
    {
        var file = reading.Read(request, cancellation);
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await reading.PlanAsync(context, request, file, cancellation);
    }
}
