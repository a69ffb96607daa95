namespace Rallies.Storage.Backups;

/// <summary>A table as a backup describes it.</summary>
/// <param name="Rows">How many the file holds.</param>
public sealed record BackupTable(string Name, IReadOnlyList<BackupTable.Column> Columns, long Rows)
{
    public sealed record Column(string Name, ColumnKind Kind);
}
