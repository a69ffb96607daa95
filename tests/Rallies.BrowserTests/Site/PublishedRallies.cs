using System.Diagnostics;

namespace Rallies.BrowserTests.Site;

/// <summary>The program as hosts get it, published into a folder of its own far from its sources.</summary>
internal sealed class PublishedRallies : IDisposable
{
    private PublishedRallies(DirectoryInfo folder) => Folder = folder;

    public DirectoryInfo Folder { get; }

    public string Program => Path.Combine(Folder.FullName, "Rallies.Web.dll");

    /// <summary>Publishes what was built with these tests, and builds nothing again.</summary>
    public static async Task<PublishedRallies> Publish(CancellationToken cancellation)
    {
        var published = new PublishedRallies(Directory.CreateTempSubdirectory("rallies-published-"));
        try
        {
            using var publish = Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [
                        "publish",
                        Path.Combine(RalliesProgram.Project, "Rallies.Web.csproj"),
                        "--no-build",
                        "--configuration",
                        RalliesProgram.Configuration,
                        "--output",
                        published.Folder.FullName,
                    ]
                )
                {
                    RedirectStandardOutput = true,
                    Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
                }
            )!;
            var said = await publish.StandardOutput.ReadToEndAsync(cancellation);
            await publish.WaitForExitAsync(cancellation);
            Assert.True(publish.ExitCode == 0, said);
            return published;
        }
        catch
        {
            published.Dispose();
            throw;
        }
    }

    public void Dispose() => Folder.Delete(recursive: true);
}
