using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Rallies.Tests.Calendars;

/// <summary>Runs a reader of calendars that is not ours.</summary>
internal static class OtherProgram
{
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <returns>Nothing where there is no such program.</returns>
    public static async Task<Outcome?> Run(string program, string[] arguments, ReadOnlyMemory<byte> input, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = TryStart(start);
        if (process is null)
            return null;

        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.BaseStream.WriteAsync(input, cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return new Outcome(process.ExitCode, await output, await errors);
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
