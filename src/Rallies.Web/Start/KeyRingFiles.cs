using Rallies.Storage.Engines;
using Rallies.Web.Settings;

namespace Rallies.Web.Start;

/// <summary>Where the key ring lies when it is kept in files: beside a SQLite database. PostgreSQL keeps it in a table.</summary>
internal static class KeyRingFiles
{
    /// <summary>Null where the ring is not kept in files.</summary>
    public static DirectoryInfo? Of(RalliesSettings settings) =>
        settings.Database.Engine == Engine.Sqlite ? new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")) : null;
}
