using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
        // Whether the migrations hold all of the model is asked by a test: here it would be asked at each start, and take a tenth of it.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return options;
    }
}
