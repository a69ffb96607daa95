using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Reads whether a rally asks for the code on its screen.</summary>
internal sealed class CodeReads(IDbContextFactory<RalliesContext> database)
{
    /// <summary>False, too, for whoever may not know.</summary>
    public async Task<bool> IsAskedAsync(HeldGrants held, int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        return await GrantBook.AllowingAsync(context, held, Verb.AskForCode, rallyId, cancellation) is not null
            && await context.Rallies.AnyAsync(r => r.Id == rallyId && r.CodeAskedAt != null, cancellation);
    }
}
