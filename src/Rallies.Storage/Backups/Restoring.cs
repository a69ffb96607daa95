using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Rallies.Storage.Engines;

namespace Rallies.Storage.Backups;

/// <summary>
/// Takes a backup back into an empty database of either engine. What others have seen since the backup was made must not come a second
/// time: versions of boards and sequence numbers of calendars rise above anything that can have been told. Only mails that waited then go
/// out once more, since nobody knows whether they did.
/// </summary>
public static class Restoring
{
    /// <summary>All rows are there or none.</summary>
    /// <param name="ring">Where the key ring's files go; null where it is kept in the database.</param>
    /// <exception cref="BackupRefusedException">It is no backup, a damaged or a newer one, or the database is not empty.</exception>
    public static async Task<BackupContents> ReadAsync(
        DatabaseAddress address,
        DirectoryInfo? ring,
        ZipArchive zip,
        Instant now,
        CancellationToken cancellation
    )
    {
        var contents = await HeadAsync(zip, cancellation);
        await using var context = DatabaseStart.ForMigrations(address);
        var migration =
            MigrationNames.Find(context.Database.GetMigrations(), contents.Migration)
            ?? throw new BackupRefusedException(
                "The backup was made by a newer Rallies, or by one that went another way: restore it with the program that made it."
            );
        await RefuseFilledAsync(context, cancellation);
        await context.GetService<IMigrator>().MigrateAsync(migration, cancellation);
        await FillAsync(context, zip, contents, now, ring is null, cancellation);
        if (ring is not null)
            await KeepRingAsync(zip, ring, cancellation);
        await DatabaseStart.MigrateAsync(address, cancellation);
        return contents;
    }

    private static async Task<BackupContents> HeadAsync(ZipArchive zip, CancellationToken cancellation)
    {
        try
        {
            if (zip.GetEntry(Backup.Head) is not { } entry)
                throw new BackupRefusedException("This file is no backup of Rallies: it has no rallies-backup.json in it.");
            await using var head = await entry.OpenAsync(cancellation);
            var contents = await JsonSerializer.DeserializeAsync<BackupContents>(head, JsonSerializerOptions.Web, cancellation);
            return contents?.Format == BackupContents.CurrentFormat
                ? contents
                : throw new BackupRefusedException("The backup is of a form this program does not know: restore it with a newer Rallies.");
        }
        catch (JsonException e)
        {
            throw new BackupRefusedException("The backup's rallies-backup.json cannot be read: take another backup.", e);
        }
    }

    private static async Task RefuseFilledAsync(RalliesContext context, CancellationToken cancellation)
    {
        if (!(await context.Database.GetAppliedMigrationsAsync(cancellation)).Any())
            return;
        await context.Database.MigrateAsync(cancellation);
        if (
            await context.Days.AnyAsync(cancellation)
            || await context.Grants.AnyAsync(cancellation)
            || await context.Disputes.AnyAsync(cancellation)
        )
            throw new BackupRefusedException(
                "This database holds a site already, and a restore would overwrite it: give the restore an empty one by Rallies:DataDirectory or ConnectionStrings:Rallies."
            );
    }

    private static async Task FillAsync(
        RalliesContext context,
        ZipArchive zip,
        BackupContents contents,
        Instant now,
        bool withRing,
        CancellationToken cancellation
    )
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var connection = context.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await context.Database.UseTransactionAsync(transaction, cancellation);
        var isPostgres = context.Database.IsNpgsql();
        // An empty site has facts of its own, which the backup brings along.
        await context.Database.ExecuteSqlAsync($"""DELETE FROM "SiteFacts" """, cancellation);
        foreach (var table in contents.Tables)
        {
            await InsertAsync(zip, connection, transaction, table, isPostgres, cancellation);
            if (isPostgres && table.Columns.Any(c => c is { Name: "Id", Kind: ColumnKind.Number }))
                await CountOnAsync(connection, transaction, table.Name, cancellation);
        }
        if (withRing)
            await KeepRingAsync(zip, context, cancellation);
        await RaiseAsync(context, contents.Moment, now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task InsertAsync(
        ZipArchive zip,
        DbConnection connection,
        DbTransaction transaction,
        BackupTable table,
        bool isPostgres,
        CancellationToken cancellation
    )
    {
        if (zip.GetEntry(Backup.LinesOf(table.Name)) is not { } entry)
            throw Damaged(table.Name);
        await using var insert = Insert(connection, table, isPostgres);
        insert.Transaction = transaction;
        using var lines = new StreamReader(await entry.OpenAsync(cancellation));
        var count = 0L;
        try
        {
            for (; await lines.ReadLineAsync(cancellation) is { } line; count++)
            {
                using var row = JsonDocument.Parse(line);
                for (var column = 0; column < table.Columns.Count; column++)
                    insert.Parameters[column].Value = Cell.Read(row.RootElement[column], table.Columns[column].Kind, isPostgres);
                await insert.ExecuteNonQueryAsync(cancellation);
            }
        }
        catch (Exception e)
            when (e is JsonException or FormatException or InvalidOperationException or IndexOutOfRangeException or InvalidDataException)
        {
            throw Damaged(table.Name, e);
        }
        catch (DbException e)
        {
            throw new BackupRefusedException($"The rows of {table.Name} in this backup do not fit together: take another backup.", e);
        }
        if (count != table.Rows)
            throw Damaged(table.Name);
    }

    private static DbCommand Insert(DbConnection connection, BackupTable table, bool isPostgres)
    {
        var insert = connection.CreateCommand();
        var values = new List<string>();
        foreach (var column in table.Columns)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{values.Count}");
            if (Cell.TypeOf(column.Kind) is { } type)
                parameter.DbType = type;
            insert.Parameters.Add(parameter);
            values.Add(
                isPostgres && column.Kind == ColumnKind.Json ? $"CAST({parameter.ParameterName} AS jsonb)" : parameter.ParameterName
            );
        }
        insert.CommandText =
            $"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(c => Quoted(c.Name)))}) VALUES ({string.Join(", ", values)})";
        return insert;
    }

    private static async Task KeepRingAsync(ZipArchive zip, DirectoryInfo ring, CancellationToken cancellation)
    {
        ring.Create();
        foreach (var key in Ring(zip))
            await key.ExtractToFileAsync(Path.Combine(ring.FullName, key.Name), overwrite: true, cancellation);
    }

    private static async Task KeepRingAsync(ZipArchive zip, RalliesContext context, CancellationToken cancellation)
    {
        foreach (var key in Ring(zip))
        {
            using var xml = new StreamReader(await key.OpenAsync(cancellation));
            var (name, text) = (Path.GetFileNameWithoutExtension(key.Name), await xml.ReadToEndAsync(cancellation));
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO "KeyRing" ("FriendlyName", "Xml") VALUES ({name}, {text})""",
                cancellation
            );
        }
    }

    // A name with a path in it would lead somewhere else.
    private static IEnumerable<ZipArchiveEntry> Ring(ZipArchive zip) =>
        zip.Entries.Where(e => e.FullName == Backup.Keys + e.Name && e.Name.EndsWith(".xml", StringComparison.Ordinal));

    // PostgreSQL's numbers go on after those that were given, and not from 1.
    private static async Task CountOnAsync(DbConnection connection, DbTransaction transaction, string table, CancellationToken cancellation)
    {
        await using var set = connection.CreateCommand();
        set.Transaction = transaction;
        set.CommandText =
            $"SELECT setval(pg_get_serial_sequence('{Quoted(table)}', 'Id'), (SELECT MAX(\"Id\") FROM {Quoted(table)})) WHERE pg_get_serial_sequence('{Quoted(table)}', 'Id') IS NOT NULL";
        await set.ExecuteNonQueryAsync(cancellation);
    }

    // An event's sequence number rises once a second at most: nothing told since the backup can have reached this (RFC 5545 §3.8.7.4).
    private static async Task RaiseAsync(RalliesContext context, Instant madeAt, Instant now, CancellationToken cancellation)
    {
        var (seconds, moment) = ((int)Math.Max(1, (now - madeAt).TotalSeconds), now.ToUnixTimeSeconds());
        // In words of its own, as the tables may be those of an older program.
        await context.Database.ExecuteSqlAsync($"""UPDATE "Days" SET "Version" = {moment} WHERE "Version" < {moment}""", cancellation);
        await context.Database.ExecuteSqlAsync(
            $"""UPDATE "CalendarEntries" SET "Sequence" = "Sequence" + {seconds}, "ChangedAt" = {now.ToUnixTimeMilliseconds()}""",
            cancellation
        );
    }

    // The names come out of a file.
    private static string Quoted(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"\"{name}\""
            : throw new BackupRefusedException("This backup names tables that no Rallies has.");

    private static BackupRefusedException Damaged(string table, Exception? inner = null) =>
        new($"The backup is damaged: the rows of {table} are not all there. Take another backup.", inner);
}
