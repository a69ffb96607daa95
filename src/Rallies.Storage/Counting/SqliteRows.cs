using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rallies.Storage.Counting;

/// <summary>
/// Inserts rows into SQLite through one statement that stays prepared, each value bound by its place. Nothing is saved here by sending many
/// rows at once, as there is no network; and a command of ADO.NET finds each parameter by its name, row after row.
/// </summary>
internal sealed class SqliteRows<T> : NewRows<T>
{
    private readonly SqliteConnection connection;
    private readonly IReadOnlyList<Column<T>> columns;
    private readonly sqlite3_stmt insert;

    public SqliteRows(SqliteConnection connection, string table, IReadOnlyList<Column<T>> columns)
    {
        (this.connection, this.columns) = (connection, columns);
        var values = string.Join(", ", Enumerable.Repeat("?", columns.Count));
        Check(raw.sqlite3_prepare_v2(connection.Handle, InsertInto(table, columns, $"({values})"), out insert));
    }

    public override Task InsertAsync(IReadOnlyList<T> rows, DbTransaction transaction, ISet<Guid> inserted, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Insert(row))
                inserted.Add((Guid)columns[0].Value(row)!);
        }
        return Task.CompletedTask;
    }

    public override void Dispose() => insert.Dispose();

    private bool Insert(T row)
    {
        for (var column = 0; column < columns.Count; column++)
            Check(Bind(column + 1, columns[column].Value(row)));
        var outcome = raw.sqlite3_step(insert);
        // Leaves the statement ready for the next row, and what went wrong where Check reads it.
        raw.sqlite3_reset(insert);
        Check(outcome);
        return raw.sqlite3_changes(connection.Handle) == 1;
    }

    // As Microsoft.Data.Sqlite writes and EF reads them: ids as text in capitals, truth as 1 and 0.
    private int Bind(int place, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(insert, place),
            Guid id => BindId(place, id),
            int number => raw.sqlite3_bind_int(insert, place, number),
            long number => raw.sqlite3_bind_int64(insert, place, number),
            bool isTrue => raw.sqlite3_bind_int(insert, place, isTrue ? 1 : 0),
            string text => raw.sqlite3_bind_text(insert, place, text),
            _ => throw new NotSupportedException($"A column of {value.GetType()} is not written."),
        };

    private int BindId(int place, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(insert, place, text);
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection.Handle);
}
