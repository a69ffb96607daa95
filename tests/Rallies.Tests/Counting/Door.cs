using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Tests.Counting;

/// <summary>A steward's phone at a door of one rally, whose clock is the server's unless it is told otherwise.</summary>
internal sealed class Door(string name = "Door 1", int rallyId = 1)
{
    public static readonly Instant Six = Instant.FromUtc(2027, 6, 3, 17, 0);

    public Guid Device { get; } = Guid.CreateVersion7();

    public Tap In(int count, int minute) => Made(TapKind.In, minute) with { Count = count };

    public Tap Out(int count, int minute) => Made(TapKind.Out, minute) with { Count = count };

    public Tap Undo(Tap target, int minute) => Made(TapKind.Undo, minute) with { Undoes = target.Id };

    public Tap Estimate(int low, int high, int minute) => Made(TapKind.Estimate, minute) with { Low = low, High = high, Method = "area" };

    public Tap Correct(int low, int high, int minute) =>
        Made(TapKind.Correction, minute) with
        {
            Low = low,
            High = high,
            Reason = "Two doors counted twice",
        };

    /// <param name="minute">After six o'clock.</param>
    private Tap Made(TapKind kind, int minute) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = rallyId,
            Kind = kind,
            At = Six + Duration.FromMinutes(minute),
            ReceivedAt = Six + Duration.FromMinutes(minute) + Duration.FromMilliseconds(200),
            Device = Device,
            Door = name,
        };
}
