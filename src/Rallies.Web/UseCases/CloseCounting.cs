using Rallies.Domain.Permissions;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>The organiser closes the counting, and puts their name to the figure. Later changes are corrections, and public.</summary>
public sealed class CloseCounting(RallyChange change)
{
    public Task<Change> CloseAsync(HeldGrants held, int rallyId, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.CloseCounting, rallyId, (rally, _, now) => rally.CloseCounting(now), cancellation);

    /// <summary>Closes it first, if it is still open.</summary>
    public Task<Change> SignAsync(HeldGrants held, int rallyId, CancellationToken cancellation) =>
        change.MakeAsync(
            held,
            Verb.CloseCounting,
            rallyId,
            (rally, _, now) => rally.CloseCounting(now) | rally.SignFigure(now),
            cancellation
        );
}
