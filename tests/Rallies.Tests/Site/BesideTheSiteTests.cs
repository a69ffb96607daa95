using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Storage;
using Rallies.Web.Commands;
using Rallies.Web.Start;

namespace Rallies.Tests.Site;

public sealed class BesideTheSiteTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rallies-beside-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("admin", "link")]
    [InlineData("import-ics", "union.ics", "--yes")]
    [InlineData("import-csv", "strikes.csv", "--yes")]
    [InlineData("rehearse", "tonight")]
    [InlineData("rehearse", "tonight", "--remove")]
    [InlineData("backup", "rallies.zip")]
    public async Task Of_a_misspelt_directory_no_command_makes_a_site(params string[] command)
    {
        folder.CreateSubdirectory("empty");

        Assert.Equal(1, await AdminCommands.RunAsync([.. command, .. On("heer")]));
        Assert.Equal(1, await AdminCommands.RunAsync([.. command, .. On("empty")]));

        Assert.Equal(["empty"], folder.GetFileSystemInfos("*", SearchOption.AllDirectories).Select(f => f.Name));
    }

    [Fact]
    public async Task An_admins_link_is_made_where_a_site_has_been()
    {
        await MigratedFile.CopyTo(folder.CreateSubdirectory("here").FullName);

        Assert.Equal(0, await AdminCommands.RunAsync(["admin", "link", .. On("here")]));

        var admins = 0;
        await BesideTheSite.RunAsync(On("here"), async (services, token) => admins = await Grants(services, token), Token);
        Assert.Equal(1, admins);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "--urls", "http://127.0.0.1:5071")]
    [InlineData(false, "--Rallies:PublicUrl", "https://rallies.example.org")]
    public async Task Where_no_address_was_given_it_is_known_to_be_guessed(bool isGuessed, params string[] given)
    {
        var here = folder.CreateSubdirectory("here").FullName;
        await MigratedFile.CopyTo(here);
        var guesses = new List<bool>();

        await BesideTheSite.RunAsync(
            ["--Rallies:Demo", "true", "--Rallies:DataDirectory", here, .. given],
            (services, _) =>
            {
                guesses.Add(BesideTheSite.IsOriginGuessed(services));
                return Task.FromResult(0);
            },
            Token
        );

        Assert.Equal([isGuessed], guesses);
    }

    [Fact]
    public async Task While_a_site_brings_its_database_up_to_date_no_command_uses_it()
    {
        var here = folder.CreateSubdirectory("here").FullName;
        await MigratedFile.CopyTo(here);
        await BesideTheSite.RunAsync(On("here"), ForgetLastMigration, Token);
        using var running = DataDirectory.TryHold(here);

        Assert.Equal(1, await AdminCommands.RunAsync(["admin", "link", .. On("here")]));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] On(string directory) =>
        ["--Rallies:DataDirectory", Path.Combine(folder.FullName, directory), "--Rallies:PublicUrl", "https://rallies.example.org"];

    private static async Task<int> ForgetLastMigration(IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(cancellation);
        return await context.Database.ExecuteSqlRawAsync(
            "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = (SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\")",
            cancellation
        );
    }

    private static async Task<int> Grants(IServiceProvider services, CancellationToken cancellation)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(cancellation);
        return await context.Grants.CountAsync(cancellation);
    }
}
