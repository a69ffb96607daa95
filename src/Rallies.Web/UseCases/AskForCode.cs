using Rallies.Domain.Permissions;
using Rallies.Web.Access;

namespace Rallies.Web.UseCases;

/// <summary>Organisers ask for the code on the square's screen: from then on check-ins without it raise the upper figure only.</summary>
public sealed class AskForCode(RallyChange change)
{
    public Task<Change> AskAsync(HeldGrants held, int rallyId, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.AskForCode, rallyId, (rally, _, now) => rally.AskForCode(now), cancellation);

    public Task<Change> AskNoMoreAsync(HeldGrants held, int rallyId, CancellationToken cancellation) =>
        change.MakeAsync(held, Verb.AskForCode, rallyId, (rally, _, _) => rally.AskForCodeNoMore(), cancellation);
}
