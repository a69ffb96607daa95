using System.Data.Common;
using NodaTime;
using Rallies.Storage.Backups;
using Rallies.Web.Settings;
using Rallies.Web.Start;

namespace Rallies.Web.Commands;

/// <summary>Writes a backup beside its place and moves it there when it is complete: a full disk leaves the old one as it was.</summary>
internal sealed class BackupCommand(RalliesSettings settings, IClock clock, TextWriter output)
{
    /// <returns>0 when the backup is complete.</returns>
    public static Task<int> RunAsync(string[] settingsArgs, string file, TextWriter output, CancellationToken cancellation) =>
        BesideTheSite.RunAsync(
            settingsArgs,
            (services, token) => ActivatorUtilities.CreateInstance<BackupCommand>(services, output).WriteAsync(file, token),
            cancellation
        );

    private async Task<int> WriteAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var part = file + ".part";
            await using var into = Open(part);
            var isInPlace = false;
            try
            {
                var contents = await Backup.WriteAsync(
                    settings.Database,
                    KeyRingFiles.Of(settings),
                    into,
                    clock.GetCurrentInstant(),
                    cancellation
                );
                into.Flush(flushToDisk: true); // or a power cut might leave neither
                var replaced = File.Exists(file) ? " It replaced the file that was there." : "";
                File.Move(part, file, overwrite: true);
                isInPlace = true;
                await output.WriteLineAsync(
                    $"{contents.Tables.Sum(t => t.Rows)} rows of {contents.Tables.Count} tables are in {Path.GetFullPath(file)}, {new FileInfo(file).Length / 1024 + 1} kB.{replaced} Whoever has this file can read what the site keeps sealed: keep it safe."
                );
                return 0;
            }
            finally
            {
                if (!isInPlace)
                    File.Delete(part); // while it is still held, as there is a key ring in it
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or BackupRefusedException)
        {
            await output.WriteLineAsync(e is BackupRefusedException ? e.Message : $"The backup could not be written: {e.Message}");
            return 1;
        }
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            // Of two backups at once the second is refused. Windows moves what is open only where that is shared.
            Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
