using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rallies.Storage;
using Rallies.Tests.Site;
using Rallies.Web.Commands;
using Rallies.Web.Mail;
using Rallies.Web.Start;

namespace Rallies.Tests.Storage;

/// <summary>The two commands as the host gives them, each on a data directory of its own.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rallies-backup-");
    private readonly StringWriter said = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_sealed_can_be_read_on_the_restored_site()
    {
        await On("here", async services => await KeepAsync(services, services.GetRequiredService<Sealing>().Seal("amina@example.org")));
        var file = Path.Combine(folder.FullName, "rallies.zip");

        Assert.Equal(0, await Backup("here", file));
        Assert.Equal(0, await Restore("there", file));

        var sealedText = "";
        await On("there", async services => sealedText = await KeptAsync(services));
        await On("there", services => Task.FromResult(said.GetStringBuilder().Clear().Append(Unsealed(services, sealedText))));
        Assert.Equal("amina@example.org", said.ToString());
        Assert.Equal(["rallies.zip"], folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_leaves_the_one_before()
    {
        var file = Path.Combine(folder.FullName, "rallies.zip");
        Directory.CreateDirectory(file + ".part"); // nothing can be written there

        await File.WriteAllTextAsync(file, "yesterday's", Token);
        await On("here", services => KeepAsync(services, "something"));

        Assert.Equal(1, await Backup("here", file));
        Assert.StartsWith("The backup could not be written:", said.ToString(), StringComparison.Ordinal);
        Assert.Equal("yesterday's", await File.ReadAllTextAsync(file, Token));
    }

    [Fact]
    public async Task A_backup_says_when_it_replaced_one()
    {
        var file = Path.Combine(folder.FullName, "rallies.zip");
        await On("here", services => KeepAsync(services, "something"));

        Assert.Equal(0, await Backup("here", file));
        Assert.DoesNotContain("replaced", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Backup("here", file));
        Assert.Contains("kB. It replaced the file that was there.", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_backups_at_once_the_second_leaves_the_first_alone()
    {
        var file = Path.Combine(folder.FullName, "rallies.zip");
        await On("here", services => KeepAsync(services, "something"));
        await using var first = new FileStream(file + ".part", FileMode.Create, FileAccess.Write, FileShare.ReadWrite);

        Assert.Equal(1, await Backup("here", file));

        Assert.Equal(["rallies.zip.part"], folder.GetFiles().Select(f => f.Name));
    }

    [Fact]
    public async Task A_misspelt_directory_is_neither_backed_up_nor_made()
    {
        folder.CreateSubdirectory("empty");

        Assert.Equal(1, await Backup("heer", Path.Combine(folder.FullName, "rallies.zip")));
        Assert.Equal(1, await Backup("empty", Path.Combine(folder.FullName, "rallies.zip")));

        Assert.Equal(["empty"], folder.GetFileSystemInfos("*", SearchOption.AllDirectories).Select(f => f.Name));
    }

    [Fact]
    public async Task A_database_that_is_nobodys_is_not_made_into_a_site_by_its_backup()
    {
        var database = Path.Combine(folder.CreateSubdirectory("here").FullName, "rallies.db");
        await File.WriteAllBytesAsync(database, [], Token);

        Assert.Equal(1, await Backup("here", Path.Combine(folder.FullName, "rallies.zip")));

        Assert.DoesNotContain("CREATE TABLE", await File.ReadAllTextAsync(database, Token), StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task A_database_on_which_no_site_was_started_is_not_backed_up()
    {
        await On("here", _ => Task.CompletedTask);

        Assert.Equal(1, await Backup("here", Path.Combine(folder.FullName, "rallies.zip")));

        Assert.StartsWith("The database is empty, so there is nothing to back up", said.ToString(), StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public async Task Under_a_running_site_nothing_is_restored()
    {
        var file = Path.Combine(folder.FullName, "rallies.zip");
        await On("here", services => KeepAsync(services, "something"));
        Assert.Equal(0, await Backup("here", file));
        using var running = DataDirectory.Hold(Path.Combine(folder.FullName, "there"));

        Assert.Equal(1, await Restore("there", file));

        Assert.Contains("Another Rallies is already running", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_and_one_that_is_not_there_are_told_apart()
    {
        var file = Path.Combine(folder.FullName, "holiday.jpg");
        await File.WriteAllTextAsync(file, "a beach", Token);

        Assert.Equal(1, await Restore("there", file));
        Assert.EndsWith("is no backup of Rallies, or a damaged one.\n", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Restore("there", file + ".zip"));
        Assert.Contains("could not be taken back", said.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Settings(string directory) =>
        ["--Rallies:DataDirectory", Path.Combine(folder.FullName, directory), "--Rallies:PublicUrl", "https://rallies.example.org"];

    private async Task On(string directory, Func<IServiceProvider, Task> act)
    {
        var place = folder.CreateSubdirectory(directory).FullName;
        if (!File.Exists(Path.Combine(place, "rallies.db")))
            await MigratedFile.CopyTo(place);
        Assert.Equal(
            0,
            await BesideTheSite.RunAsync(
                Settings(directory),
                async (services, _) =>
                {
                    await act(services);
                    return 0;
                },
                Token
            )
        );
    }

    private Task<int> Backup(string directory, string file) => BackupCommand.RunAsync(Settings(directory), file, said, Token);

    private Task<int> Restore(string directory, string file) => RestoreCommand.RunAsync(Settings(directory), file, said, Token);

    private static async Task KeepAsync(IServiceProvider services, string text)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(Token);
        context.SiteFacts.Add(new SiteFact("sealed", text));
        await context.SaveChangesAsync(Token);
    }

    private static async Task<string> KeptAsync(IServiceProvider services)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RalliesContext>>().CreateDbContextAsync(Token);
        return (await context.SiteFacts.SingleAsync(f => f.Name == "sealed", Token)).Value;
    }

    private static string Unsealed(IServiceProvider services, string text) =>
        services.GetRequiredService<Sealing>().TryOpen(text) ?? "(sealed)";
}
