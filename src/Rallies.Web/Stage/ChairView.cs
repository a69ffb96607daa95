using NodaTime;
using Rallies.Domain.Speakers;
using Rallies.Web.Reads;
using Rallies.Web.UseCases;

namespace Rallies.Web.Stage;

/// <summary>What the chair's screen shows.</summary>
/// <param name="Plan">Each slot with the moment at which it was planned to begin; those who declined too, as the chair must know.</param>
/// <param name="Latest">What the chair said last; null when there is nothing to take back.</param>
public sealed record ChairView(
    NamedRally Rally,
    Interval Hours,
    IReadOnlyList<(Instant Begins, Slot Slot)> Plan,
    Standing Stands,
    Guid? Latest,
    bool IsOn,
    Instant Now
)
{
    /// <summary>Why what was tapped last was not done; null when it was.</summary>
    public Cued? Refused { get; init; }

    /// <summary>The form's own, so that a tap sent twice counts once.</summary>
    public Guid Id { get; } = Guid.CreateVersion7(Now.ToDateTimeOffset());

    /// <summary>The chair can steer: the rally is near enough and on.</summary>
    public bool MaySteer => IsOn && Plan.Count > 0 && Cue.IsTime(Hours, Now);

    /// <summary>When somebody is expected, as things stand.</summary>
    public Instant Expected(Instant planned) => planned + Duration.FromMinutes(Stands.LateMinutes);

    public bool IsOver(Slot slot) => Stands.IsSomething && slot != Stands.Now && slot.Position < (Stands.Now ?? Stands.Next)!.Position;
}
