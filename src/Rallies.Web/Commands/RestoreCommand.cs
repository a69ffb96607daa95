using System.Data.Common;
using System.IO.Compression;
using Rallies.Storage.Backups;
using Rallies.Web.Settings;
using Rallies.Web.Start;

namespace Rallies.Web.Commands;

/// <summary>Takes a backup back, on a data directory that no site holds.</summary>
internal static class RestoreCommand
{
    /// <returns>0 when everything is back.</returns>
    public static async Task<int> RunAsync(string[] settingsArgs, string file, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(ContentRoot.Options(settingsArgs));
            var settings = builder.AddSettings();
            await using var from = File.OpenRead(file);
            await using var zip = await ZipArchive.CreateAsync(from, ZipArchiveMode.Read, leaveOpen: true, null, cancellation);
            using var held = DataDirectory.Hold(settings.DataDirectory);
            var contents = await Restoring.ReadAsync(
                settings.Database,
                KeyRingFiles.Of(settings),
                zip,
                SystemTime.Clock.GetCurrentInstant(),
                cancellation
            );
            await output.WriteLineAsync(
                $"{contents.Tables.Sum(t => t.Rows)} rows of {contents.Tables.Count} tables are back, as they were at {contents.Moment:uuuu-MM-dd HH:mm} UTC. Mails that waited then go out once more. Start the site on it as usual."
            );
            return 0;
        }
        catch (InvalidDataException)
        {
            return await RefuseAsync(output, $"{file} is no backup of Rallies, or a damaged one.");
        }
        catch (Exception e) when (e is StartRefusedException or BackupRefusedException)
        {
            return await RefuseAsync(output, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            return await RefuseAsync(output, $"The backup could not be taken back: {e.Message}");
        }
    }

    private static async Task<int> RefuseAsync(TextWriter output, string sentence)
    {
        await output.WriteLineAsync(sentence);
        return 1;
    }
}
