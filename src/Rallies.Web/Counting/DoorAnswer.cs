using Rallies.Domain.Counting;
using Rallies.Web.Live;

namespace Rallies.Web.Counting;

/// <summary>What became of each tap that a door sent; the phone forgets all of them, and shows those refused.</summary>
/// <param name="Recorded">Durable, and new.</param>
/// <param name="Known">Here already.</param>
internal sealed record DoorAnswer(
    IReadOnlyList<Guid> Recorded,
    IReadOnlyList<Guid> Known,
    IReadOnlyList<DoorAnswer.Refused> Refusals,
    BoardRow Row
)
{
    public sealed record Refused(string? Id, Refusal Why);
}
