using Rallies.Domain.Disputes;

namespace Rallies.Web.OrganiserConsole.Reads;

/// <summary>A dispute with its picket lines, as admins see them.</summary>
/// <param name="ProposedIn">The town whose rally's owner proposed it; null when an admin entered it.</param>
public sealed record DisputeToEdit(Dispute Dispute, IReadOnlyList<PicketLine> Lines, string? ProposedIn)
{
    public bool IsWaiting => Dispute.AcceptedAt is null;
}
