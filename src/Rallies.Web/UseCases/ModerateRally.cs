using Rallies.Domain.Permissions;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Admins take a rally out of sight and bring it back; both need a reason, and hiding deletes nothing.</summary>
public sealed class ModerateRally(RallyChange change)
{
    public Task<Change> HideAsync(HeldGrants held, int rallyId, string because, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.HideRally, rallyId, (rally, _, now) => rally.Hide(because, now), cancellation);

    public Task<Change> RestoreAsync(HeldGrants held, int rallyId, string because, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.RestoreRally, rallyId, (rally, _, now) => rally.Restore(because, now), cancellation);
}
