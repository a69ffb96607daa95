using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Rallies.Storage.Counting;

/// <summary>Inserts rows by prepared statements, passing over ids that are there already. For one caller at a time.</summary>
internal abstract class NewRows<T> : IDisposable
{
    /// <param name="columns">The first is the id.</param>
    public static NewRows<T> Of(DbConnection connection, string table, IReadOnlyList<Column<T>> columns) =>
        connection is SqliteConnection sqlite ? new SqliteRows<T>(sqlite, table, columns) : new PostgresRows<T>(connection, table, columns);

    /// <summary>Adds the ids of rows that were new to <paramref name="inserted"/>.</summary>
    public abstract Task InsertAsync(IReadOnlyList<T> rows, DbTransaction transaction, ISet<Guid> inserted, CancellationToken cancellation);

    public abstract void Dispose();

    protected static string InsertInto(string table, IReadOnlyList<Column<T>> columns, string values) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES {values} ON CONFLICT (\"Id\") DO NOTHING";
}
