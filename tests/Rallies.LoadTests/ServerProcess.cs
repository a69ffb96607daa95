using System.Diagnostics;
using System.Globalization;

namespace Rallies.LoadTests;

/// <summary>A server as a process of its own, whose processor time and memory can be read.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string site = typeof(ServerProcess).Assembly.Location.Replace(
        "Rallies.LoadTests.dll",
        "Rallies.Web.dll",
        StringComparison.Ordinal
    );
    private readonly Process process;
    private readonly string? folder;

    private ServerProcess(Process process, int port, string? folder) => (this.process, Port, this.folder) = (process, port, folder);

    public int Port { get; }

    /// <summary>Seconds of processor time since it started.</summary>
    public double Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Resident memory in MiB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>The site with demo data and without limits. With a folder of the caller's, whatever is there stays.</summary>
    public static async Task<ServerProcess> SiteAsync(int port, string? keptIn = null, params string[] options)
    {
        var folder = keptIn ?? Directory.CreateTempSubdirectory("rallies-load-").FullName;
        var server = Start(
            port,
            keptIn is null ? folder : null,
            [
                site,
                "--Rallies:Demo",
                "true",
                "--Rallies:Limits:Enabled",
                "false",
                "--Rallies:DataDirectory",
                folder,
                "--urls",
                $"http://127.0.0.1:{port}",
                .. options,
            ]
        );
        await server.ReadyAsync("/health/ready");
        return server;
    }

    /// <summary>A baseline: this program in another role, which answers GET / once it is ready.</summary>
    public static async Task<ServerProcess> BaselineAsync(int port, string? folder, params string[] role)
    {
        var server = Start(port, folder, [typeof(ServerProcess).Assembly.Location, .. role]);
        await server.ReadyAsync("/");
        return server;
    }

    /// <summary>SIGKILL, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    private static ServerProcess Start(int port, string? folder, IEnumerable<string> arguments)
    {
        // Both sides of a comparison run under the site's own settings: what is compared is the code.
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_gcServer"] = "0",
                ["DOTNET_GCgen0MaxBudget"] = "1000000", // hexadecimal: 16 MiB
                ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0",
            },
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new(process, port, folder);
    }

    private async Task ReadyAsync(string path)
    {
        using var client = new HttpClient();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}{path}");
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(address);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tries < 1_200 && !process.HasExited)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }
}
