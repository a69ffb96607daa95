using System.Diagnostics;

namespace Rallies.Tests.Engines;

/// <summary>A throwaway cluster in a temporary folder, reached through a Unix socket. It ends with this process, however that ends.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // The shell waits on a pipe that only the test program holds open: when the program is killed the pipe closes,
    // and the server and its folder go too. The settings trade safety for speed, since nothing here outlives the run.
    private const string Script = """
        trap '"$0/pg_ctl" --pgdata "$1/data" --mode immediate stop >/dev/null 2>&1; rm -rf "$1"' EXIT
        trap exit INT TERM
        "$0/initdb" --pgdata "$1/data" --username rallies --auth trust --no-sync --no-locale --encoding UTF8 >"$1/log" 2>&1 &&
        "$0/pg_ctl" --pgdata "$1/data" --log "$1/log" --wait start --options "-c listen_addresses= -c unix_socket_directories='$1' \
            -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null &&
        echo ready && exec 1>&- && cat >/dev/null || cat "$1/log" >&2
        """;

    private readonly Process shell;

    private PostgresCluster(Process shell, string folder) => (this.shell, ConnectionString) = (shell, $"Host={folder};Username=rallies");

    public string ConnectionString { get; }

    public static async Task<PostgresCluster> Start(string tools)
    {
        var folder = Directory.CreateTempSubdirectory("rallies-postgres-").FullName;
        string[] command = ["sh", "-c", Script, tools, folder];
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            using var chown = Process.Start("chown", ["postgres", folder]);
            await chown.WaitForExitAsync();
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command];
        }
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var shell = Process.Start(start)!;
        if (await shell.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {await shell.StandardError.ReadToEndAsync()}");
        return new(shell, folder);
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }
}
