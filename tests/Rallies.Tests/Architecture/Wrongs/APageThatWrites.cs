using Microsoft.EntityFrameworkCore;

namespace Rallies.Tests.Architecture.Wrongs;

/// <summary>Writes in every place where a write can hide: after an await, in a lambda, in a nested type, in plain SQL.</summary>
internal sealed class APageThatWrites(DbContext context)
{
    private int views;

    public Func<int> Later => () => context.SaveChanges();

    public async Task Show()
    {
        await Task.Yield();
        await context.Set<Town>().Where(town => town.Name == "").ExecuteDeleteAsync();
        await context.SaveChangesAsync();
    }

    public void Remember(Town town)
    {
        // Called Add, and no write.
        new List<Town>().Add(town);
        Interlocked.Add(ref views, 1);
        Nested.Keep(context, town);
    }

    internal sealed class Town
    {
        public string Name { get; init; } = "";
    }

    private static class Nested
    {
        public static void Keep(DbContext context, Town town)
        {
            context.Set<Town>().Add(town);
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.ExecuteNonQuery();
        }
    }
}
