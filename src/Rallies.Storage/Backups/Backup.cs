using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rallies.Storage.Engines;

namespace Rallies.Storage.Backups;

/// <summary>
/// Everything the site remembers, in one ZIP file that either engine can take back: a head, a line of JSON for each row of each table,
/// and the key ring. Made while the site runs, of one moment.
/// </summary>
public static class Backup
{
    internal const string Head = "rallies-backup.json";
    internal const string Keys = "keys/";

    // The ring stands in a table on one engine and in files on the other; in a backup always in files.
    internal const string KeyRingTable = nameof(RalliesContext.KeyRing);

    internal static string LinesOf(string table) => $"tables/{table}.jsonl";

    /// <param name="into">Is written from its beginning to its end, without seeking.</param>
    /// <param name="ring">Where the key ring's files are; null where it is kept in the database.</param>
    /// <exception cref="BackupRefusedException">The database is older than this program, or no site was ever started on it.</exception>
    public static async Task<BackupContents> WriteAsync(
        DatabaseAddress address,
        DirectoryInfo? ring,
        Stream into,
        Instant now,
        CancellationToken cancellation
    )
    {
        await using var context = DatabaseStart.ForMigrations(address);
        if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
            throw new BackupRefusedException(
                "The database was last used by an older Rallies. Start this one on it once, or make the backup with the older one."
            );
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = context.Database.GetDbConnection();
        await using var moment = await OneMomentAsync(connection, cancellation);
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, null, cancellation);
        var tables = new List<BackupTable>();
        foreach (var table in TablesOfSite.Of(context))
            if (table.Name != KeyRingTable)
                tables.Add(table with { Rows = await WriteRowsAsync(zip, connection, moment, table, cancellation) });
            else if (ring is null)
                await WriteRingAsync(zip, context, cancellation);
        if (tables.All(t => t.Rows == 0))
            throw new BackupRefusedException(
                "The database is empty, so there is nothing to back up: give the same Rallies:DataDirectory and ConnectionStrings:Rallies as the site has."
            );
        foreach (var file in ring is { Exists: true } ? ring.EnumerateFiles("*.xml") : [])
            await zip.CreateEntryFromFileAsync(file.FullName, Keys + file.Name, CompressionLevel.Optimal, cancellation);
        var contents = new BackupContents(
            BackupContents.CurrentFormat,
            now.ToUnixTimeMilliseconds(),
            MigrationNames.WithoutNumber(context.Database.GetMigrations().Last()),
            tables
        );
        await using var head = await zip.CreateEntry(Head).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(head, contents, JsonSerializerOptions.Web, cancellation);
        return contents;
    }

    // On both engines a transaction that reads sees the database as it was at its first look.
    private static async Task<DbTransaction> OneMomentAsync(DbConnection connection, CancellationToken cancellation) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    private static async Task<long> WriteRowsAsync(
        ZipArchive zip,
        DbConnection connection,
        DbTransaction moment,
        BackupTable table,
        CancellationToken cancellation
    )
    {
        await using var select = connection.CreateCommand();
        select.Transaction = moment;
        select.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\"";
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        await using var lines = await zip.CreateEntry(LinesOf(table.Name)).OpenAsync(cancellation);
        await using var json = new Utf8JsonWriter(lines, new JsonWriterOptions { SkipValidation = true });
        var count = 0L;
        for (; await rows.ReadAsync(cancellation); count++)
        {
            json.WriteStartArray();
            for (var column = 0; column < table.Columns.Count; column++)
                Cell.Write(json, rows, column, table.Columns[column].Kind);
            json.WriteEndArray();
            await json.FlushAsync(cancellation);
            json.Reset();
            await lines.WriteAsync("\n"u8.ToArray(), cancellation);
        }
        return count;
    }

    private static async Task WriteRingAsync(ZipArchive zip, RalliesContext context, CancellationToken cancellation)
    {
        foreach (var key in await context.KeyRing.AsNoTracking().OrderBy(k => k.Id).ToListAsync(cancellation))
        {
            await using var entry = new StreamWriter(await zip.CreateEntry($"{Keys}{key.FriendlyName}.xml").OpenAsync(cancellation));
            await entry.WriteAsync(key.Xml.AsMemory(), cancellation);
        }
    }
}
