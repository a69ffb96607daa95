using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Rallies.Storage.Engines;

/// <summary>Owns the migrations for SQLite; nothing else uses it.</summary>
public sealed class SqliteRallies(DbContextOptions<SqliteRallies> options) : RalliesContext(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteRallies>
    {
        public SqliteRallies CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteRallies>().UseDatabase(DatabaseAddress.InFile("design.db")).Options);
    }
}
