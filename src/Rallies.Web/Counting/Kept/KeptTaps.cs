using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Web.Counting.Kept;

/// <summary>Taps that a phone kept for want of a network or of a link that works, out of one of its rescue codes.</summary>
/// <param name="Rally">day/town, as the phone knew it.</param>
internal sealed record KeptTaps(string Rally, Guid Device, string Door, IReadOnlyList<KeptTap> Taps);

/// <param name="Method">Of an estimate; otherwise empty.</param>
internal sealed record KeptTap(
    Guid Id,
    TapKind Kind,
    int Count,
    Guid? Undoes,
    int? Low,
    int? High,
    string Method,
    Instant At,
    long Skew,
    bool Offline
)
{
    /// <summary>As the phone itself would have sent it, so that the same tap counts once whichever way it comes.</summary>
    public Tap ToTap(KeptTaps kept, int rallyId, Guid grantId, Instant receivedAt) =>
        new()
        {
            Id = Id,
            RallyId = rallyId,
            Kind = Kind,
            Count = Count,
            Undoes = Undoes,
            Low = Low,
            High = High,
            Method = Method,
            At = At,
            Skew = Skew,
            Offline = Offline,
            Device = kept.Device,
            Door = kept.Door,
            GrantId = grantId,
            ReceivedAt = receivedAt,
            TakenIn = true,
        };
}
