using Microsoft.EntityFrameworkCore;

namespace Rallies.Storage.Engines;

/// <summary>Brings a database to the program's version before anything uses it.</summary>
public static class DatabaseStart
{
    /// <summary>Applies what is missing. The caller holds the data directory's lock, so nobody else is migrating.</summary>
    /// <exception cref="DatabaseTooNewException">A newer program has been here.</exception>
    public static async Task MigrateAsync(DatabaseAddress address, CancellationToken cancellation)
    {
        await using var context = ForMigrations(address);
        var known = context.Database.GetMigrations().ToHashSet();
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellation)).Where(m => !known.Contains(m)).ToList();
        if (unknown.Count > 0)
            throw new DatabaseTooNewException(unknown[^1]);
        if (address.Engine == Engine.Sqlite)
            await ForgetBrokenLockAsync(context, cancellation);
        await context.Database.MigrateAsync(cancellation);
    }

    /// <summary>False where no site was ever started, be there a database or none; looking makes nothing.</summary>
    public static async Task<bool> IsThereAsync(DatabaseAddress address, CancellationToken cancellation)
    {
        await using var context = ForMigrations(address);
        return (await context.Database.GetAppliedMigrationsAsync(cancellation)).Any();
    }

    /// <summary>False while a start of this program, or of a newer one, has not applied everything yet.</summary>
    public static async Task<bool> IsUpToDateAsync(DatabaseAddress address, CancellationToken cancellation)
    {
        await using var context = ForMigrations(address);
        return !(await context.Database.GetPendingMigrationsAsync(cancellation)).Any();
    }

    public static RalliesContext ForMigrations(DatabaseAddress address) =>
        address.Engine == Engine.Sqlite
            ? new SqliteRallies(new DbContextOptionsBuilder<SqliteRallies>().UseDatabase(address).Options)
            : new PostgresRallies(new DbContextOptionsBuilder<PostgresRallies>().UseDatabase(address).Options);

    // A start that was killed leaves EF's row of __EFMigrationsLock behind, and the next waits on it for ever.
    private static async Task ForgetBrokenLockAsync(RalliesContext context, CancellationToken cancellation)
    {
        var locked = await context
            .Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellation);
        if (locked > 0)
            await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation);
    }
}
