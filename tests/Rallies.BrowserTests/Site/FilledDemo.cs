using Rallies.BrowserTests.Site;

[assembly: AssemblyFixture(typeof(FilledDemo))]

namespace Rallies.BrowserTests.Site;

/// <summary>
/// A data directory that a demo has filled, made once and copied for each site: filling is more than half of a start. Those that
/// start from nothing are watched by the tests of the first start and of the published program.
/// </summary>
public sealed class FilledDemo : IAsyncDisposable
{
    private readonly Lazy<Task<DirectoryInfo>> filled = new(Fill);

    /// <summary>A folder of one's own, as a site leaves it whose power was cut after its first start; whoever asks removes it.</summary>
    public async Task<DirectoryInfo> Copy()
    {
        var from = await filled.Value;
        var copy = Directory.CreateTempSubdirectory("rallies-site-");
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var there = Path.Combine(copy.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            file.CopyTo(there);
        }
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (filled is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            (await filled.Value).Delete(recursive: true);
    }

    private static async Task<DirectoryInfo> Fill()
    {
        var folder = Directory.CreateTempSubdirectory("rallies-filled-");
        await using var program = RalliesProgram.Start([
            "--urls",
            "http://127.0.0.1:0",
            "--Rallies:Demo",
            "true",
            "--Rallies:DataDirectory",
            folder.FullName,
        ]);
        await program.Listens();
        return folder;
    }
}
