using System.Diagnostics;

namespace Rallies.Tests.Client;

/// <summary>Runs one of the scripts that wwwroot-assets/package.json names, and fails with its output.</summary>
internal static class Npm
{
    public static async Task Succeeds(string script)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["run", "--silent", script])
        {
            WorkingDirectory = Repository.Folder("wwwroot-assets"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        using var killed = TestContext.Current.CancellationToken.Register(() => npm.Kill(entireProcessTree: true));
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, $"npm run {script} ended with {npm.ExitCode}:\n{await output}{await errors}");
    }
}
