using Rallies.Domain.Counting;
using Rallies.Web.Demo;

namespace Rallies.Web.Rehearsing;

/// <summary>
/// What is to happen in one town: most come in the quarter of an hour about the start, some before, some long after; a third go early.
/// Two towns in three count at two doors, the others estimate. One in twelve checks in.
/// </summary>
internal sealed record TownScript(IReadOnlyList<IReadOnlyList<Cue>> Doors, IReadOnlyList<TownScript.Arriving> CheckIns)
{
    private static readonly double[] looks = [0.35, 0.55, 0.85];
    private const double Hour = 0.4; // the start, as a part of the night

    /// <param name="number">The how manieth town of the night, from 0.</param>
    public static TownScript Of(int number, int people, TimeSpan lasts, Dice dice)
    {
        var groups = Groups(people, dice).Select(size => (At: ArrivalOf(dice) * lasts, Size: size)).OrderBy(g => g.At).ToList();
        var checkIns = groups
            .Where(g => g.Size <= 1 + CheckIn.MaxWithoutCode && dice.OneIn(12))
            .Select(g => new Arriving(g.At, g.Size - 1));
        return new(number % 3 == 2 ? [Estimates(groups, lasts)] : Counted(groups, lasts, dice), [.. checkIns]);
    }

    private static IEnumerable<int> Groups(int people, Dice dice)
    {
        // As many gestures as two stewards can make: in a great crowd each is a larger group.
        var most = Math.Clamp(people / 400, 6, Tap.MaxCount);
        for (var left = people; left > 0; )
        {
            var size = Math.Min(left, dice.Between(1, most));
            left -= size;
            yield return size;
        }
    }

    // The sum of three dice is near enough to the bell of an evening; one in eight is late.
    private static double ArrivalOf(Dice dice) =>
        dice.OneIn(8)
            ? Hour + dice.Between(0, 450) / 1000.0
            : Math.Clamp(Hour + (dice.Between(0, 160) + dice.Between(0, 160) + dice.Between(0, 160) - 270) / 1000.0, 0, 0.9);

    private static List<List<Cue>> Counted(List<(TimeSpan At, int Size)> groups, TimeSpan lasts, Dice dice)
    {
        List<List<Cue>> doors =
        [
            [],
            [],
        ];
        foreach (var (at, size) in groups)
        {
            var door = doors[dice.Between(0, 1)];
            door.Add(new Cue(at, TapKind.In, size));
            if (dice.OneIn(3))
                door.Add(new Cue(at + (lasts * 0.95 - at) * (0.6 + dice.Between(0, 400) / 1000.0), TapKind.Out, size));
        }
        return [.. doors.Select(d => d.OrderBy(c => c.At).ToList())];
    }

    private static List<Cue> Estimates(List<(TimeSpan At, int Size)> groups, TimeSpan lasts) =>
        [.. looks.Select(part => part * lasts).Select(at => new Cue(at, TapKind.Estimate, groups.Where(g => g.At <= at).Sum(g => g.Size)))];

    /// <param name="With">Others beside the sender.</param>
    internal sealed record Arriving(TimeSpan At, int With);
}
