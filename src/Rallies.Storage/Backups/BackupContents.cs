using NodaTime;

namespace Rallies.Storage.Backups;

/// <summary>What stands at the head of a backup file.</summary>
/// <param name="Format">1; a program reads the formats it knows.</param>
/// <param name="MadeAt">Unix milliseconds of the moment the database was as it is here.</param>
/// <param name="Migration">The last change of the tables that the database had seen, without its engine's number.</param>
/// <param name="Tables">Each after those it refers to.</param>
public sealed record BackupContents(int Format, long MadeAt, string Migration, IReadOnlyList<BackupTable> Tables)
{
    public const int CurrentFormat = 1;

    public Instant Moment => Instant.FromUnixTimeMilliseconds(MadeAt);
}
