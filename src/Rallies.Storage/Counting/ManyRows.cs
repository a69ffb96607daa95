using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Rallies.Storage.Counting;

/// <summary>Inserts rows many at a time by prepared statements, passing over ids that are there already.</summary>
internal sealed class ManyRows<T>(DbConnection connection, string table, IReadOnlyList<Column<T>> columns)
{
    // SQLite finds each parameter by walking their names, and has no network to save; PostgreSQL takes 65,535 at once.
    private readonly int most = connection is SqliteConnection ? 8 : 128;
    private readonly Dictionary<int, DbCommand> prepared = [];

    /// <summary>Adds the ids of rows that were new to <paramref name="inserted"/>.</summary>
    public async Task InsertAsync(IReadOnlyList<T> rows, DbTransaction transaction, ISet<Guid> inserted, CancellationToken cancellation)
    {
        for (var (from, size) = (0, most); from < rows.Count; from += size)
        {
            while (size > rows.Count - from)
                size /= 2;
            await InsertAsync(rows, from, size, transaction, inserted, cancellation);
        }
    }

    private async Task InsertAsync(
        IReadOnlyList<T> rows,
        int from,
        int size,
        DbTransaction transaction,
        ISet<Guid> inserted,
        CancellationToken cancellation
    )
    {
        if (!prepared.TryGetValue(size, out var command))
            prepared[size] = command = Command(size);
        command.Transaction = transaction;
        for (var row = 0; row < size; row++)
        for (var column = 0; column < columns.Count; column++)
            command.Parameters[row * columns.Count + column].Value = columns[column].Value(rows[from + row]) ?? DBNull.Value;
        await command.PrepareAsync(cancellation);
        await using var ids = await command.ExecuteReaderAsync(cancellation);
        while (await ids.ReadAsync(cancellation))
            inserted.Add(ids.GetGuid(0));
    }

    private DbCommand Command(int size)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder($"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ");
        for (var row = 0; row < size; row++)
        {
            var names = columns.Select((_, column) => $"@p{row * columns.Count + column}").ToList();
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", names).Append(')');
            for (var column = 0; column < columns.Count; column++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.DbType) = (names[column], columns[column].Type);
                command.Parameters.Add(parameter);
            }
        }
        command.CommandText = sql.Append(" ON CONFLICT (\"Id\") DO NOTHING RETURNING \"Id\"").ToString();
        return command;
    }
}
