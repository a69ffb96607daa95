using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rallies.Tests.Engines;

/// <summary>An empty database of its own for one test, gone when disposed.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    private readonly Func<Task> remove;

    private FreshDatabase(Engine engine, string connectionString, Func<Task> remove) =>
        (Engine, ConnectionString, this.remove) = (engine, connectionString, remove);

    public Engine Engine { get; }

    /// <summary>In the form that the site's configuration takes: <c>Data Source=…</c> or <c>Host=…</c>.</summary>
    public string ConnectionString { get; }

    public static async Task<FreshDatabase> On(Engine engine) => engine == Engine.Sqlite ? OnSqlite() : await OnPostgres();

    /// <summary>A plain connection, already open.</summary>
    public async Task<DbConnection> Connect()
    {
        DbConnection connection = Engine == Engine.Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync() => await remove();

    private static FreshDatabase OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("rallies-sqlite-");
        // A pooled connection would keep the file open after the test.
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "rallies.db"), Pooling = false };
        return new(
            Engine.Sqlite,
            file.ToString(),
            () =>
            {
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            }
        );
    }

    private static async Task<FreshDatabase> OnPostgres()
    {
        var server = await PostgresServer.Current();
        var connectionString = await server.CreateDatabase();
        return new(Engine.Postgres, connectionString, () => server.DropDatabase(connectionString));
    }
}
