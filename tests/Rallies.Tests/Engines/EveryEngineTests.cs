using System.Data.Common;

namespace Rallies.Tests.Engines;

public sealed class EveryEngineTests
{
    [Theory, EveryEngine]
    public async Task A_fresh_database_is_writable_and_its_own(Engine engine)
    {
        await using var one = await FreshDatabase.On(engine);
        await using var other = await FreshDatabase.On(engine);

        Assert.Equal(1, await MakeTownsAndCount(one));
        Assert.Equal(1, await MakeTownsAndCount(other));
    }

    [Theory, EveryEngine]
    public async Task A_database_is_gone_after_its_test(Engine engine)
    {
        var database = await FreshDatabase.On(engine);
        await using (await database.Connect()) { }

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<DbException>(database.Connect);
    }

    [Fact]
    public void A_missing_engine_is_shown_as_skipped()
    {
        var rows = EveryEngineAttribute.Rows("PostgreSQL was not found");

        Assert.Equal([null, "PostgreSQL was not found"], rows.Select(row => row.Skip));
    }

    [Fact]
    public void The_newest_version_is_taken_where_Debian_keeps_several()
    {
        var debian = Directory.CreateTempSubdirectory("rallies-debian-");
        foreach (var tool in new[] { "9.6/bin/initdb", "9.6/bin/pg_ctl", "15/bin/initdb", "15/bin/pg_ctl", "16/bin/psql" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(debian.FullName, tool))!);
            File.WriteAllText(Path.Combine(debian.FullName, tool), "");
        }

        var found = PostgresTools.Find(path: "", debian.FullName);

        Assert.Equal(Path.Combine(debian.FullName, "15", "bin"), found);
        debian.Delete(recursive: true);
    }

    private static async Task<long> MakeTownsAndCount(FreshDatabase database)
    {
        await using var connection = await database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE town (name text); INSERT INTO town VALUES ('Goole'); SELECT count(*) FROM town";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
