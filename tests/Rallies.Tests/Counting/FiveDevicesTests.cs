using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Tests.Engines;
using Rallies.Web.Demo;

namespace Rallies.Tests.Counting;

/// <summary>Five phones at the doors of one square, with the worst of networks and clocks, come to equal counts.</summary>
public sealed class FiveDevicesTests
{
    private static readonly Instant late = Door.Six + Duration.FromHours(5);
    private readonly List<Tap> all = [];

    [Theory, EveryEngine]
    public async Task Whatever_is_lost_doubled_reordered_or_cut_off_the_figures_are_those_of_what_was_made(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        foreach (var seed in Enumerable.Range(1, 6))
        {
            var chance = new Dice($"night {seed}");
            var phones = Enumerable.Range(0, 5).Select(n => new Phone(n, chance)).ToList();
            var made = phones.SelectMany(p => p.Queue).ToList();
            var before = night.Leeds.Row.Headcount.Entered;

            while (phones.Any(p => p.Queue.Count > 0))
                await Deliver(night, phones[chance.Between(0, phones.Count - 1)], chance);

            var alone = new TapLog(made).Fold(default, null);
            Assert.Equal(alone.Entered, night.Leeds.Row.Headcount.Entered - before);
            all.AddRange(made);
            Assert.Equal(Figures(all), Shown(night));
        }
        await night.Restart();
        Assert.Equal(Figures(all), Shown(night));
    }

    // A request never arrives; arrives and its answer is lost, on the way or with the server; or goes through.
    private static async Task Deliver(CountingNight night, Phone phone, Dice chance)
    {
        var fate = chance.Between(0, 9);
        if (phone.Queue.Count == 0 || fate < 3)
            return;
        var batch = phone.Queue.OrderBy(_ => chance.Id()).Take(chance.Between(1, 14)).ToArray();
        var answer = await night.Send(night.Leeds, batch);
        Assert.Empty(answer.Refusals);
        if (fate < 6)
            return;
        if (fate == 6)
            await night.Restart();
        else
            phone.Hear([.. answer.Recorded, .. answer.Known]);
    }

    private static (int, int, int) Figures(IEnumerable<Tap> taps) =>
        new TapLog(taps).Fold(default, null) is var h ? (h.Entered, h.HereNow, h.Peak) : default;

    private static (int, int, int) Shown(CountingNight night) =>
        night.Leeds.Row.Headcount is var h ? (h.Entered, h.HereNow, h.Peak) : default;

    /// <summary>Its clock is up to two hours off; it knows by how much.</summary>
    private sealed class Phone
    {
        public Phone(int number, Dice chance)
        {
            var (skew, device) = (chance.Between(-7_200_000, 7_200_000), Guid.CreateVersion7());
            for (var n = 0; n < 40; n++)
            {
                var placed = Door.Six + Duration.FromSeconds(chance.Between(-3600, 7200));
                var isUndo = n % 7 == 6;
                Queue.Add(
                    new Tap
                    {
                        Id = Guid.CreateVersion7(),
                        RallyId = 1,
                        Kind =
                            isUndo ? TapKind.Undo
                            : n % 3 == 2 ? TapKind.Out
                            : TapKind.In,
                        Count = isUndo ? 1 : chance.Between(1, 50),
                        Undoes = isUndo ? Queue[^1].Id : null,
                        At = (isUndo ? Queue[^1].PlacedAt + Duration.FromSeconds(5) : placed) - Duration.FromMilliseconds(skew),
                        Skew = skew,
                        Offline = true,
                        Device = device,
                        Door = $"Door {number}",
                        ReceivedAt = late,
                    }
                );
            }
        }

        public List<Tap> Queue { get; } = [];

        public void Hear(IReadOnlyCollection<Guid> settled) => Queue.RemoveAll(t => settled.Contains(t.Id));
    }
}
