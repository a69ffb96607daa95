using Microsoft.EntityFrameworkCore;
using Rallies.Storage.Engines;
using Rallies.Tests.Engines;
using Engine = Rallies.Tests.Engines.Engine;

namespace Rallies.Tests.Storage;

public sealed class MigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryEngine]
    public async Task The_migrations_say_what_the_model_says(Engine engine)
    {
        await using var fresh = await FreshDatabase.On(engine);
        await using var context = DatabaseStart.ForMigrations(DatabaseAddress.Read(fresh.ConnectionString, ""));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory, EveryEngine]
    public async Task A_database_that_a_newer_program_has_used_is_refused_in_a_sentence(Engine engine)
    {
        await using var fresh = await FreshDatabase.On(engine);
        var address = DatabaseAddress.Read(fresh.ConnectionString, "");
        await DatabaseStart.MigrateAsync(address, Token);
        await using (var context = DatabaseStart.ForMigrations(address))
            await context.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231235959_Later', '99.0.0')",
                Token
            );

        var refusal = await Assert.ThrowsAsync<DatabaseTooNewException>(() => DatabaseStart.MigrateAsync(address, Token));

        Assert.Contains("20991231235959_Later", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Starting_again_changes_nothing(Engine engine)
    {
        await using var fresh = await FreshDatabase.On(engine);
        var address = DatabaseAddress.Read(fresh.ConnectionString, "");

        await DatabaseStart.MigrateAsync(address, Token);
        await DatabaseStart.MigrateAsync(address, Token);

        await using var context = DatabaseStart.ForMigrations(address);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Token));
    }

    [Fact]
    public async Task A_start_that_was_killed_does_not_make_the_next_wait_for_ever()
    {
        await using var fresh = await FreshDatabase.On(Engine.Sqlite);
        var address = DatabaseAddress.Read(fresh.ConnectionString, "");
        await DatabaseStart.MigrateAsync(address, Token);
        await using (var context = DatabaseStart.ForMigrations(address))
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2028-06-01 12:00:00')", Token);

        await DatabaseStart.MigrateAsync(address, Token).WaitAsync(TimeSpan.FromSeconds(30), Token);
    }
}
