namespace Rallies.Storage.Backups;

/// <summary>Migrations have the same names on both engines, after a number of their own: 20261122163314_First.</summary>
internal static class MigrationNames
{
    public static string WithoutNumber(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>The one of that name among these; null for an unknown one.</summary>
    public static string? Find(IEnumerable<string> migrations, string name) => migrations.FirstOrDefault(m => WithoutNumber(m) == name);
}
