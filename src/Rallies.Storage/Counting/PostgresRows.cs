using System.Data.Common;

namespace Rallies.Storage.Counting;

/// <summary>Inserts rows into PostgreSQL many at a time, as each statement is a way there and back.</summary>
internal sealed class PostgresRows<T>(DbConnection connection, string table, IReadOnlyList<Column<T>> columns) : NewRows<T>
{
    private const int Most = 128; // of 65,535 parameters at once

    private readonly Dictionary<int, DbCommand> prepared = [];

    public override async Task InsertAsync(
        IReadOnlyList<T> rows,
        DbTransaction transaction,
        ISet<Guid> inserted,
        CancellationToken cancellation
    )
    {
        for (var (from, size) = (0, Most); from < rows.Count; from += size)
        {
            while (size > rows.Count - from)
                size /= 2;
            await InsertAsync(rows, from, size, transaction, inserted, cancellation);
        }
    }

    public override void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
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
        var rows = new List<string>();
        for (var row = 0; row < size; row++)
        {
            var names = columns.Select((_, column) => $"@p{row * columns.Count + column}").ToList();
            rows.Add($"({string.Join(", ", names)})");
            for (var column = 0; column < columns.Count; column++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.DbType) = (names[column], columns[column].Type);
                command.Parameters.Add(parameter);
            }
        }
        command.CommandText = InsertInto(table, columns, string.Join(", ", rows)) + " RETURNING \"Id\"";
        return command;
    }
}
