using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Rallies.BrowserTests.Site;

/// <summary>The built program as a process of its own, and what it prints.</summary>
internal sealed partial class RalliesProgram : IAsyncDisposable
{
    // A cold start on a busy machine fills a whole national day first.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly Task reading;

    private RalliesProgram(Process process)
    {
        this.process = process;
        reading = ReadToTheEnd();
    }

    public Transcript Transcript { get; } = new();

    /// <summary>Where its sources are.</summary>
    public static string Project { get; } = Repository.Folder("src", "Rallies.Web");

    /// <summary>Debug or Release: the site was built as these tests were.</summary>
    public static string Configuration => Framework.Parent!.Name;

    // …/tests/Rallies.BrowserTests/bin/Debug/net10.0/
    private static DirectoryInfo Framework { get; } = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Built => Path.Combine(Project, "bin", Configuration, Framework.Name, "Rallies.Web.dll");

    // Development: only then are scripts and styles served from where the build left them.
    public static RalliesProgram Start(IEnumerable<string> arguments) => Start(Built, Project, "Development", arguments);

    /// <summary>As a host starts a published one, from whatever directory they are in.</summary>
    public static RalliesProgram StartFrom(string directory, string program, IEnumerable<string> arguments) =>
        Start(program, directory, "Production", arguments);

    /// <summary>The origin it answers at, once it does.</summary>
    public async Task<Uri> Listens() => new(await Says(Listening()));

    /// <summary>What stands at <c>address</c> in the first line that matches, printed already or still to come.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or was not ready in time.</exception>
    public async Task<string> Says(Regex pattern) => (await Transcript.Line(pattern, patience)).Groups["address"].Value;

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

    // It lives for seconds and is one of several: no measuring for hours to come, no memory of a server.
    private static RalliesProgram Start(string program, string directory, string environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_TC_CallCountThreshold"] = "200", // hexadecimal: what is called less often is not compiled once more
                ["DOTNET_gcServer"] = "0",
            },
        };
        return new(Process.Start(start)!);
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

    [GeneratedRegex(@"Now listening on: (?<address>http://[\d.:]+)")]
    private static partial Regex Listening();
}
