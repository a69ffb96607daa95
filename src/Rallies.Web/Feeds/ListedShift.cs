using NodaTime;
using Rallies.Domain.Disputes;

namespace Rallies.Web.Feeds;

/// <summary>A stand with its picket line and dispute.</summary>
public sealed record ListedShift(PicketShift Shift, PicketLine Line, Dispute Dispute)
{
    /// <summary>Of anything its event says.</summary>
    public Instant ChangedAt => Instant.Max(Shift.ChangedAt, Instant.Max(Line.ChangedAt, Dispute.ChangedAt));
}
