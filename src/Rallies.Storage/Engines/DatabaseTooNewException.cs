namespace Rallies.Storage.Engines;

/// <summary>The database holds a migration this program has never heard of.</summary>
public sealed class DatabaseTooNewException(string migration)
    : Exception(
        $"The database was last used by a newer Rallies (it holds {migration}, which this one does not know). "
            + "Start the newer program, or restore a backup made by this one."
    );
