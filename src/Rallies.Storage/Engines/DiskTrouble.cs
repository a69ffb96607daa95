using Microsoft.Data.Sqlite;
using Npgsql;

namespace Rallies.Storage.Engines;

/// <summary>Tells a disk that is full or broken from everything else that may go wrong in a database.</summary>
public static class DiskTrouble
{
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;

    public static bool IsBehind(Exception? mishap) =>
        mishap switch
        {
            null => false,
            SqliteException { SqliteErrorCode: SqliteIoError or SqliteFull } => true,
            PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError } => true,
            _ => IsBehind(mishap.InnerException),
        };
}
