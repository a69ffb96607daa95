using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Rallies.Storage.Engines;

/// <summary>Owns the migrations for PostgreSQL; nothing else uses it.</summary>
public sealed class PostgresRallies(DbContextOptions<PostgresRallies> options) : RalliesContext(options)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<PostgresRallies>
    {
        public PostgresRallies CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresRallies>().UseDatabase(new DatabaseAddress(Engine.Postgres, "Host=design")).Options);
    }
}
