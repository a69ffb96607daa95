using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;

namespace Rallies.Web.Demo;

/// <summary>
/// What the doors, the estimates and the people themselves have said of a town by now. Most towns have spoken; Leeds and Cardiff
/// are left for whoever tries. The same town always gets the same night, moved to the hour of the fill.
/// </summary>
internal sealed class DemoNight(Instant startsAt, Instant now)
{
    private static readonly string[] silent = ["leeds", "cardiff"];
    private static readonly string[] doors = ["North", "South"];

    /// <summary>Taps and check-ins in no order; the rally has its id.</summary>
    public (IReadOnlyList<Tap> Taps, IReadOnlyList<CheckIn> CheckIns) Of(Rally rally, Town town)
    {
        var dice = new Dice($"{town.Slug} tonight");
        if (silent.Contains(rally.Slug) || rally.CalledOffAt is not null || dice.OneIn(8))
            return ([], []);
        var people = Crowd(town, dice);
        var lastWord = now - Duration.FromSeconds(dice.Between(20, 60 * dice.Of([4, 9, 20])));
        var checkIns = CheckIns(rally, dice, people / 12, lastWord).ToList();
        IEnumerable<Tap> taps = dice.Between(0, 9) switch
        {
            <= 4 => AtDoors(rally, dice, people, lastWord),
            <= 7 => Estimates(rally, dice, people, lastWord),
            _ => [],
        };
        return ([.. taps], checkIns);
    }

    // A town of a hundred thousand brings some two hundred, a million some thousand.
    private static int Crowd(Town town, Dice dice) =>
        (int)(Math.Pow(Math.Max(town.Population, 8_000), 0.72) / 18 * dice.Between(60, 160) / 100);

    private IEnumerable<Tap> AtDoors(Rally rally, Dice dice, int people, Instant lastWord)
    {
        var devices = new[] { dice.Id(), dice.Id() };
        var most = Math.Clamp(people / 14, 2, Tap.MaxCount);
        for (var (left, door) = (people, 0); left > 0; door = 1 - door)
        {
            var group = Math.Min(left, dice.Between(1, most));
            left -= group;
            yield return Made(rally, dice, TapKind.In, Arrival(dice, lastWord), devices[door], doors[door]) with
            {
                Count = group,
            };
        }
        for (var gone = people / 20; gone > 0; gone -= 8)
            yield return Made(rally, dice, TapKind.Out, lastWord - Duration.FromSeconds(dice.Between(0, 240)), devices[0], doors[0]) with
            {
                Count = Math.Min(gone, 8),
            };
    }

    // A look when it begins, a better one later, the best at last.
    private IEnumerable<Tap> Estimates(Rally rally, Dice dice, int people, Instant lastWord)
    {
        var device = dice.Id();
        var first = Instant.Min(startsAt + Duration.FromMinutes(dice.Between(-20, 8)), lastWord - Duration.FromMinutes(6));
        var second = first + (lastWord - first) / dice.Between(2, 5);
        yield return Estimate(Made(rally, dice, TapKind.Estimate, first, device, ""), people * 4 / 10, 25);
        yield return Estimate(Made(rally, dice, TapKind.Estimate, second, device, ""), people * 8 / 10, 16);
        yield return Estimate(Made(rally, dice, TapKind.Estimate, lastWord, device, ""), people, 11);
        if (dice.OneIn(12))
            yield return Estimate(Made(rally, dice, TapKind.Correction, lastWord, device, ""), people * 8 / 10, 6) with
            {
                Reason = "Two of us had counted the coaches.",
            };
    }

    private static Tap Estimate(Tap tap, int people, int percent) =>
        tap with
        {
            Low = Round(people * (100 - percent) / 100),
            High = Round(people * (100 + percent) / 100) + 10,
            Method = "area",
        };

    private IEnumerable<CheckIn> CheckIns(Rally rally, Dice dice, int people, Instant lastWord)
    {
        for (var left = Math.Max(people, 3); left > 0; )
        {
            var with = Math.Min(left - 1, dice.Between(0, CheckIn.MaxWithoutCode));
            left -= 1 + with;
            var at = Arrival(dice, lastWord);
            yield return new CheckIn
            {
                Id = dice.Id(),
                RallyId = rally.Id,
                With = with,
                At = at,
                ReceivedAt = at,
                IsSure = true,
            };
        }
    }

    private static Tap Made(Rally rally, Dice dice, TapKind kind, Instant at, Guid device, string door) =>
        new()
        {
            Id = dice.Id(),
            RallyId = rally.Id,
            Kind = kind,
            At = at,
            ReceivedAt = at,
            Device = device,
            Door = door,
        };

    // Most come about the hour itself; nobody later than the town's last word.
    private Instant Arrival(Dice dice, Instant lastWord)
    {
        var minutes = dice.Between(-25, 15) + dice.Between(-12, 15);
        return Instant.Min(
            startsAt + Duration.FromSeconds(minutes * 60 + dice.Between(0, 59)),
            lastWord - Duration.FromSeconds(dice.Between(0, 500))
        );
    }

    // Nobody estimates to the single head.
    private static int Round(int people) => people < 100 ? people / 10 * 10 : people / 50 * 50;
}
