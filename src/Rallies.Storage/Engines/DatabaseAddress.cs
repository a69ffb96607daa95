using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rallies.Storage.Engines;

/// <summary>Where the site's memory is, and in which engine.</summary>
public sealed record DatabaseAddress(Engine Engine, string ConnectionString)
{
    /// <summary>Reads ConnectionStrings:Rallies; empty means a SQLite file <c>rallies.db</c> in the data directory.</summary>
    /// <exception cref="FormatException">Neither <c>Data Source=…</c> nor <c>Host=…</c>; the message says so.</exception>
    public static DatabaseAddress Read(string? connectionString, string dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            return InFile(Path.Combine(dataDirectory, "rallies.db"));
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            if (parts.ContainsKey("Host"))
                return new(Engine.Postgres, new NpgsqlConnectionStringBuilder(connectionString).ConnectionString);
            if (parts.ContainsKey("Data Source"))
                return new(Engine.Sqlite, WithRules(new SqliteConnectionStringBuilder(connectionString)));
        }
        catch (ArgumentException) { }
        throw new FormatException(
            "ConnectionStrings:Rallies is neither a SQLite connection string (Data Source=FILE) nor a PostgreSQL one (Host=…;Database=…). "
                + "Correct it, or leave it empty for a SQLite file in the data directory."
        );
    }

    public static DatabaseAddress InFile(string path) =>
        new(Engine.Sqlite, WithRules(new SqliteConnectionStringBuilder { DataSource = path }));

    private static string WithRules(SqliteConnectionStringBuilder sqlite)
    {
        sqlite.ForeignKeys = true;
        sqlite.DefaultTimeout = 15;
        return sqlite.ConnectionString;
    }
}
