using NodaTime;
using Rallies.Domain.Counting;
using Rallies.Storage.Counting;
using Rallies.Tests.Engines;

namespace Rallies.Tests.Counting;

public sealed class CountJournalTests
{
    private static readonly Instant six = Door.Six;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task Every_column_comes_back_as_it_was_written(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var rally = night.Leeds.Rally.Id;
        var full = Estimate(rally) with
        {
            Undoes = Guid.CreateVersion7(),
            Method = "area × density, “paced”",
            Reason = "The gate was open, said Siân Ó’Brien; “'\"\\",
            Skew = -7_200_000,
            Offline = true,
            Door = "Nörth 🚪",
            GrantId = Guid.CreateVersion7(),
            TakenIn = true,
        };
        var bare = Estimate(rally) with { Low = null, High = null };
        var said = Here(rally) with { With = 5, At = six - Duration.FromMilliseconds(1), Skew = long.MaxValue / 4, IsSure = true };
        var silent = Here(rally);

        await Write(night, [full, bare], [said, silent]);

        var reading = new CountReading(night.Database);
        Assert.Equal([bare, full], (await reading.TapsAsync([rally], Token))[rally].OrderBy(t => t.Offline));
        Assert.Equal([silent, said], (await reading.CheckInsAsync([rally], Token))[rally].OrderBy(c => c.With));
    }

    [Theory, EveryEngine]
    public async Task An_id_that_is_there_is_passed_over_between_others_that_are_not(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var rally = night.Leeds.Rally.Id;
        var known = Here(rally);
        await Write(night, [], [known]);
        CheckIn[] fresh = [.. Enumerable.Range(0, 200).Select(_ => Here(rally))];

        var written = await Write(night, [], [.. fresh[..77], known with { With = 3 }, .. fresh[77..]]);

        Assert.Equal(fresh.Select(c => c.Id).Order(), written.New.Order());
        var stored = (await new CountReading(night.Database).CheckInsAsync([rally], Token))[rally].ToList();
        Assert.Equal(201, stored.Count);
        Assert.Contains(known, stored);
    }

    [Theory, EveryEngine]
    public async Task An_id_that_was_stored_by_other_means_is_known(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var (tap, here) = (Estimate(night.Leeds.Rally.Id), Here(night.Leeds.Rally.Id));
        await using (var context = await night.Database.CreateDbContextAsync(Token))
        {
            context.AddRange(tap, here);
            await context.SaveChangesAsync(Token);
        }

        var written = await Write(night, [tap], [here]);

        Assert.Empty(written.New);
    }

    [Theory, EveryEngine]
    public async Task What_the_database_refuses_undoes_all_and_holds_up_nothing_after_it(Engine engine)
    {
        await using var night = await CountingNight.Start(engine);
        var rally = night.Leeds.Rally.Id;
        await using var journal = new CountJournal(night.Database);
        var (good, unknown) = (Here(rally), Here(rallyId: 4_711));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            journal.WriteAsync([], [good, unknown], [], _ => night.Leeds.Rally.DayId, Token)
        );
        var written = await journal.WriteAsync([], [good], [], _ => night.Leeds.Rally.DayId, Token);

        Assert.Equal([good.Id], written.New);
        Assert.Equal([good], (await new CountReading(night.Database).CheckInsAsync([rally], Token))[rally]);
    }

    private static async Task<Written> Write(CountingNight night, IReadOnlyList<Tap> taps, IReadOnlyList<CheckIn> checkIns)
    {
        await using var journal = new CountJournal(night.Database);
        return await journal.WriteAsync(taps, checkIns, [], _ => night.Leeds.Rally.DayId, Token);
    }

    private static Tap Estimate(int rallyId) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = rallyId,
            Kind = TapKind.Estimate,
            Low = 0,
            High = Tap.MaxPeople,
            At = six,
            Device = Guid.CreateVersion7(),
            ReceivedAt = six + Duration.FromMilliseconds(3),
        };

    private static CheckIn Here(int rallyId) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = rallyId,
            With = 0,
            ReceivedAt = six,
            IsSure = false,
        };
}
