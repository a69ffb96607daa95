using Microsoft.EntityFrameworkCore;
using Rallies.Domain.Permissions;
using Rallies.Domain.Speakers;
using Rallies.Storage;
using Rallies.Web.Access;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>Reads a rally's running order for whoever may edit it.</summary>
internal sealed class OrderReads(IDbContextFactory<RalliesContext> database)
{
    private const int MostSpeakers = 400;

    /// <summary>Null when the reader may not edit it.</summary>
    public async Task<OrderToEdit?> FindAsync(HeldGrants held, int rallyId, CancellationToken cancellation)
    {
        await using var context = await database.CreateDbContextAsync(cancellation);
        if (await GrantBook.AllowingAsync(context, held, Verb.EditRunningOrder, rallyId, cancellation) is null)
            return null;
        var slots = await context.Slots.AsNoTracking().Where(s => s.RallyId == rallyId).Include(s => s.Speaker).ToListAsync(cancellation);
        // Names that public pages show already; whoever declined or speaks at a hidden rally is not suggested to strangers.
        var known = await context
            .Speakers.AsNoTracking()
            .Where(s =>
                context.Slots.Any(slot =>
                    slot.SpeakerId == s.Id
                    && (
                        slot.RallyId == rallyId
                        || slot.Status != SlotStatus.Declined && context.Rallies.Any(r => r.Id == slot.RallyId && r.HiddenAt == null)
                    )
                )
            )
            .OrderBy(s => s.Name)
            .Take(MostSpeakers)
            .ToListAsync(cancellation);
        return new(new RunningOrder(slots), known);
    }
}
