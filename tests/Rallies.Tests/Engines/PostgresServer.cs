using Npgsql;
using Rallies.Tests.Engines;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Rallies.Tests.Engines;

/// <summary>
/// The one PostgreSQL of a test run: the server that RALLIES_TEST_POSTGRES names, or a throwaway cluster
/// started when a test first asks for it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "RALLIES_TEST_POSTGRES";
    private readonly Lazy<Task<PostgresCluster>> cluster = new(() => PostgresCluster.Start(PostgresTools.Folder!));

    private static string? Given { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>Why tests on PostgreSQL cannot run on this machine; null when they can.</summary>
    public static string? WhyMissing { get; } =
        Given is null && PostgresTools.Folder is null
            ? $"PostgreSQL was not found: install it (Debian: postgresql), or name a server in {Variable}"
            : null;

    public static async Task<PostgresServer> Current() =>
        await TestContext.Current.GetFixture<PostgresServer>()
        ?? throw new InvalidOperationException("A database is made by a test, during its run.");

    /// <summary>Makes a database and returns its connection string.</summary>
    /// <param name="template">A database, not in use, that it starts as a copy of.</param>
    public async Task<string> CreateDatabase(string template = "template1")
    {
        var name = $"rallies_{Guid.CreateVersion7():N}";
        await Run($"CREATE DATABASE {name} TEMPLATE {template}");
        return new NpgsqlConnectionStringBuilder(await Server()) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    public async Task DropDatabase(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        await Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await cluster.Value).DisposeAsync();
    }

    private async Task<string> Server() => Given ?? (await cluster.Value).ConnectionString;

    private async Task Run(string sql)
    {
        await using var server = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(await Server()) { Database = "postgres", Pooling = false }
        );
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
