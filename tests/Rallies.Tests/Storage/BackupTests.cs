using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rallies.Domain;
using Rallies.Domain.Publishing;
using Rallies.Storage.Backups;
using Rallies.Storage.Engines;
using Rallies.Tests.Engines;
using Rallies.Tests.UseCases;
using Rallies.Web.Demo;
using Rallies.Web.Settings;
using Rallies.Web.Start;
using Engine = Rallies.Tests.Engines.Engine;

namespace Rallies.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rallies-backup-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task A_whole_site_comes_back_on_the_other_engine(Engine engine)
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        await using var bench = await Bench.On(engine);
        await ActivatorUtilities.CreateInstance<DemoSite>(bench.Services).FillAsync(Token);
        var (backup, contents) = await Written(bench);
        await using var other = await FreshDatabase.On(engine == Engine.Sqlite ? Engine.Postgres : Engine.Sqlite);
        var there = DatabaseAddress.Read(other.ConnectionString, "");

        await Restore(there, backup, bench.Clock.Now);

        var again = await Written(there, bench.Clock.Now);
        Assert.Equal(contents.Tables.Select(t => (t.Name, t.Rows)), again.Contents.Tables.Select(t => (t.Name, t.Rows)));
        Assert.Contains(contents.Tables, t => t is { Name: "Taps", Rows: > 1_000 });
        foreach (var table in contents.Tables.Where(t => t.Name is not ("Days" or "CalendarEntries")))
            Assert.Equal(await Lines(backup, table.Name), await Lines(again.File, table.Name));
    }

    [Theory, EveryEngine]
    public async Task Where_a_site_has_been_is_told_by_its_database_and_on_SQLite_by_its_directory_too(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await using var empty = await FreshDatabase.On(engine);
        var here = bench.Get<RalliesSettings>() with { DataDirectory = folder.FullName };

        Assert.True(await DataDirectory.HoldsSiteAsync(here, Token));
        Assert.False(await DataDirectory.HoldsSiteAsync(here with { Database = DatabaseAddress.Read(empty.ConnectionString, "") }, Token));
        Assert.Equal(
            engine == Engine.Postgres,
            await DataDirectory.HoldsSiteAsync(here with { DataDirectory = Path.Combine(folder.FullName, "lost") }, Token)
        );
    }

    [Theory, EveryEngine]
    public async Task Boards_and_calendars_go_on_from_above_what_they_have_told_since(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        var day = await bench.Keep(Some.Day());
        await bench.Keep(
            new CalendarEntry(
                day.CalendarId,
                new Occasion(bench.Clock.Now, bench.Clock.Now + Duration.FromHours(2), "Europe/London", OccasionStatus.Confirmed, "Leeds"),
                bench.Clock.Now,
                bench.Clock.Now
            )
        );
        var (backup, _) = await Written(bench);
        var later = bench.Clock.Now + Duration.FromDays(2);
        await using var other = await FreshDatabase.On(engine);
        var there = DatabaseAddress.Read(other.ConnectionString, "");

        await Restore(there, backup, later);

        await using var context = DatabaseStart.ForMigrations(there);
        Assert.Equal(later.ToUnixTimeSeconds(), (await context.Days.SingleAsync(Token)).Version);
        var entry = await context.CalendarEntries.SingleAsync(Token);
        Assert.Equal((2 * 24 * 60 * 60, later), (entry.Sequence, entry.ChangedAt));
    }

    [Theory, EveryEngine]
    public async Task A_restored_site_goes_on_numbering_where_it_was(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var (backup, _) = await Written(bench);
        await using var other = await FreshDatabase.On(engine);
        var there = DatabaseAddress.Read(other.ConnectionString, "");
        await Restore(there, backup, bench.Clock.Now);

        await using var context = DatabaseStart.ForMigrations(there);
        var next = new DayOfAction(
            new Slug("may-day"),
            "May Day",
            new(2029, 5, 1),
            new(12, 0),
            Duration.FromHours(2),
            "Europe/London",
            bench.Clock.Now
        );
        context.Add(next);
        await context.SaveChangesAsync(Token);

        Assert.Equal(2, next.Id);
    }

    [Theory, EveryEngine]
    public async Task A_site_is_never_overwritten(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var (backup, _) = await Written(bench);

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => Restore(AddressOf(bench), backup, bench.Clock.Now));

        Assert.Contains("holds a site already", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Of_a_damaged_backup_nothing_is_stored(Engine engine)
    {
        await using var bench = await Bench.On(engine);
        await bench.Keep(Some.Day());
        var (backup, _) = await Written(bench);
        await using (var zip = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update, Token))
        {
            zip.GetEntry("tables/SiteFacts.jsonl")!.Delete();
            await using var lines = await zip.CreateEntry("tables/SiteFacts.jsonl").OpenAsync(Token);
            await lines.WriteAsync("[\"uid-domain\""u8.ToArray(), Token);
        }
        await using var other = await FreshDatabase.On(engine);
        var there = DatabaseAddress.Read(other.ConnectionString, "");

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => Restore(there, backup, bench.Clock.Now));

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        await using var context = DatabaseStart.ForMigrations(there);
        Assert.Empty(await context.Days.ToListAsync(Token));
    }

    [Fact]
    public async Task Another_file_is_told_from_a_backup()
    {
        var file = Path.Combine(folder.FullName, "holiday.zip");
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create, Token))
            zip.CreateEntry("beach.jpg");

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() =>
            Restore(DatabaseAddress.InFile(Path.Combine(folder.FullName, "rallies.db")), file, Some.Moment)
        );

        Assert.Contains("no backup of Rallies", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static DatabaseAddress AddressOf(Bench bench) => bench.Get<RalliesSettings>().Database;

    private Task<(string File, BackupContents Contents)> Written(Bench bench) => Written(AddressOf(bench), bench.Clock.Now);

    private async Task<(string File, BackupContents Contents)> Written(DatabaseAddress address, Instant now)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.CreateVersion7()}.zip");
        await using var into = File.Create(file);
        return (file, await Backup.WriteAsync(address, null, into, now, Token));
    }

    private static async Task Restore(DatabaseAddress address, string file, Instant now)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, Token);
        await Restoring.ReadAsync(address, null, zip, now, Token);
    }

    // In no order: a table has none.
    private static async Task<IEnumerable<string>> Lines(string file, string table)
    {
        await using var zip = await ZipFile.OpenReadAsync(file, Token);
        using var lines = new StreamReader(await zip.GetEntry($"tables/{table}.jsonl")!.OpenAsync(Token));
        return (await lines.ReadToEndAsync(Token)).Split('\n').Order(StringComparer.Ordinal);
    }
}
