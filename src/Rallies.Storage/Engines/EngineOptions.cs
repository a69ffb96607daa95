using Microsoft.EntityFrameworkCore;

namespace Rallies.Storage.Engines;

/// <summary>Sets a context up for an engine.</summary>
public static class EngineOptions
{
    private static readonly SqlitePragmas pragmas = new();

    public static TBuilder UseDatabase<TBuilder>(this TBuilder options, DatabaseAddress address)
        where TBuilder : DbContextOptionsBuilder
    {
        if (address.Engine == Engine.Sqlite)
            options.UseSqlite(address.ConnectionString).AddInterceptors(pragmas);
        else
            options.UseNpgsql(address.ConnectionString);
        return options;
    }
}
