using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Counting;
using Rallies.Storage;
using Rallies.Storage.Counting;
using Rallies.Storage.Engines;
using Rallies.Web.Counting;
using Rallies.Web.Live;
using Rallies.Web.Metrics;
using Rallies.Web.Settings;
using Rallies.Web.UseCases;

namespace Rallies.LoadTests;

/// <summary>
/// Durable check-ins a second through the one writer, against one transaction a check-in on the same disk in the same run.
/// An argument names a PostgreSQL database to measure beside SQLite.
/// </summary>
internal static class CountWriting
{
    private static readonly TimeSpan each = TimeSpan.FromSeconds(5);

    public static async Task MeasureAsync(string? postgres)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, $"count-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(folder);
        await MeasureAsync(DatabaseAddress.InFile(Path.Combine(folder, "rallies.db")));
        if (postgres is not null)
            await MeasureAsync(DatabaseAddress.Read(postgres, ""));
        Directory.Delete(folder, recursive: true);
        MeasureFold();
    }

    private static async Task MeasureAsync(DatabaseAddress address)
    {
        await DatabaseStart.MigrateAsync(address, default);
        var database = new PooledDbContextFactory<RalliesContext>(
            new DbContextOptionsBuilder<RalliesContext>().UseDatabase(address).Options
        );
        var rally = await OneRallyAsync(database);
        await using var journal = new CountJournal(database);
        var single = await RateAsync(callers: 1, () => journal.WriteAsync([], [Here(rally.Id)], [], _ => rally.DayId, default));

        var board = new LiveBoard(NullLogger<LiveBoard>.Instance);
        var book = new CountBook(new CountReading(database), board, SystemTime.Clock);
        await using var together = new CountJournal(database);
        using var writer = new CountWriter(
            book,
            together,
            new Happenings(NullLogger<Happenings>.Instance),
            new SiteMeter(new Meter(SiteMeter.Name)),
            TimeProvider.System,
            NullLogger<CountWriter>.Instance
        );
        await writer.StartAsync(default);
        var leeds = book.Find(board.Days.Single(d => d.Rows.Count > 0).Day, "leeds")!;
        var grouped = await RateAsync(callers: 1_000, () => writer.DoAsync(new Arrival(leeds, Here(rally.Id), CodeGiven.None), default));
        await writer.StopAsync(default);

        Console.WriteLine(
            $"{address.Engine}: {grouped:N0} durable check-ins a second together, {single:N0} one by one: {grouped / single:N1} times as many"
        );
    }

    private static void MeasureFold()
    {
        var device = Guid.CreateVersion7();
        var start = SystemTime.Clock.GetCurrentInstant();
        Tap Made(int second) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                RallyId = 1,
                Kind = second % 5 == 0 ? TapKind.Out : TapKind.In,
                At = start + Duration.FromSeconds(second),
                ReceivedAt = start + Duration.FromSeconds(second),
                Device = device,
                Door = "North",
            };
        var log = new TapLog(Enumerable.Range(0, 20_000).Select(Made));
        var late = Enumerable.Range(0, 200).Select(n => Made(n * 97)).ToList();
        var timer = Stopwatch.StartNew();
        foreach (var tap in late)
        {
            log.Add(tap);
            log.Fold(default, null);
        }
        Console.WriteLine($"a late tap into a log of 20,000, and the fold after it: {timer.Elapsed.TotalMilliseconds / late.Count:N2} ms");
    }

    private static async Task<double> RateAsync(int callers, Func<Task> work)
    {
        await work(); // statements prepared, pages in memory
        var (done, timer) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        return done / timer.Elapsed.TotalSeconds;

        async Task CallAsync()
        {
            while (timer.Elapsed < each)
            {
                await work();
                Interlocked.Increment(ref done);
            }
        }
    }

    private static CheckIn Here(int rallyId) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            RallyId = rallyId,
            With = 1,
            ReceivedAt = SystemTime.Clock.GetCurrentInstant(),
            IsSure = true,
        };

    private static async Task<(int Id, int DayId)> OneRallyAsync(PooledDbContextFactory<RalliesContext> database)
    {
        await using var context = await database.CreateDbContextAsync();
        var now = SystemTime.Clock.GetCurrentInstant();
        var today = now.InUtc();
        var day = new DayOfAction(
            new Slug($"day-{now.ToUnixTimeMilliseconds()}"),
            "Today",
            today.Date,
            new LocalTime(today.Hour, today.Minute),
            Duration.FromHours(2),
            "UTC",
            now
        );
        context.Days.Add(day);
        await context.SaveChangesAsync();
        var rally = new Rally(day, new Slug("leeds"), new RallyTown("leeds", "Leeds", "england", "GB", 53.8, -1.5, "UTC"), null, now);
        context.Rallies.Add(rally);
        await context.SaveChangesAsync();
        return (rally.Id, day.Id);
    }
}
