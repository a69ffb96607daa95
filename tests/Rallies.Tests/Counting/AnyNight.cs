using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rallies.Domain.Counting;

namespace Rallies.Tests.Counting;

/// <summary>Any evening at the doors: up to sixty taps of three phones, with undos that reach back, across and too far.</summary>
internal static class AnyNight
{
    private static readonly Guid[] devices =
    [
        Guid.Parse("0197a000-0000-7000-8000-000000000001"),
        Guid.Parse("0197a000-0000-7000-8000-000000000002"),
        Guid.Parse("0197a000-0000-7000-8000-000000000003"),
    ];

    /// <summary>The taps, and the order in which the network brings them: some twice, some much later.</summary>
    public static Arbitrary<(Tap[] Made, Tap[] Arriving)> Taps() =>
        (
            from presses in Gen.ArrayOf(Press)
            let made = Make(presses.Take(60))
            from shuffled in Gen.Shuffle(made.Concat(made.Take(made.Length / 2)).ToArray())
            select (made, shuffled)
        ).ToArbitrary();

    private static Gen<(int What, int Who, int Count, int Seconds, int Back)> Press =>
        from what in Gen.Frequency(
            (6, Gen.Constant(0)),
            (3, Gen.Constant(1)),
            (3, Gen.Constant(2)),
            (1, Gen.Constant(3)),
            (1, Gen.Constant(4))
        )
        from who in Gen.Choose(0, 2)
        from count in Gen.Choose(1, 50)
        from seconds in Gen.Choose(0, 300)
        from back in Gen.Choose(0, 8)
        select (what, who, count, seconds, back);

    private static Tap[] Make(IEnumerable<(int What, int Who, int Count, int Seconds, int Back)> presses)
    {
        var taps = new List<Tap>();
        var at = Door.Six - Duration.FromHours(1);
        foreach (var (what, who, count, seconds, back) in presses)
        {
            at += Duration.FromSeconds(seconds);
            taps.Add(
                new Tap
                {
                    Id = Guid.CreateVersion7(),
                    RallyId = 1,
                    Kind = (TapKind)what,
                    Count = what < 2 ? count : 1,
                    Undoes =
                        what == (int)TapKind.Undo
                            ? taps.ElementAtOrDefault(Math.Max(0, taps.Count - 1 - back))?.Id ?? Guid.CreateVersion7()
                            : null,
                    Low = what > 2 ? count : null,
                    High = what > 2 ? count * 2 : null,
                    At = at - Duration.FromSeconds(back),
                    Skew = back * 1000,
                    Device = devices[who],
                    Door = $"Door {who}",
                    ReceivedAt = at + Duration.FromSeconds(count),
                }
            );
        }
        return [.. taps];
    }
}
