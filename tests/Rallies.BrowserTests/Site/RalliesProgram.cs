using System.Diagnostics;

namespace Rallies.BrowserTests.Site;

/// <summary>The built program as a process of its own, and what it prints.</summary>
internal sealed class RalliesProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task reading;

    private RalliesProgram(Process process)
    {
        this.process = process;
        reading = ReadToTheEnd();
    }

    public Transcript Transcript { get; } = new();

    public static RalliesProgram Start(IEnumerable<string> arguments)
    {
        var project = Repository.Folder("src", "Rallies.Web");
        var start = new ProcessStartInfo("dotnet", [Built(project), .. arguments])
        {
            WorkingDirectory = project,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Development: only then are scripts and styles served from where the build left them.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return new(Process.Start(start)!);
    }

    /// <summary>Ends it at once, with no chance to tidy up: SIGKILL, as a power cut would.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private static string Built(string project)
    {
        // …/tests/Rallies.BrowserTests/bin/Debug/net10.0/: the site was built the same way.
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(project, "bin", framework.Parent!.Name, framework.Name, "Rallies.Web.dll");
    }

    private async Task ReadToTheEnd()
    {
        await Task.WhenAll(Read(process.StandardOutput), Read(process.StandardError));
        Transcript.End();
    }

    private async Task Read(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            Transcript.Add(line);
    }
}
