using Rallies.Storage.Engines;
using Rallies.Web.Settings;

namespace Rallies.Web.Start;

/// <summary>The folder of everything the site must remember, held by one process at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream heldLock;

    private DataDirectory(FileStream heldLock) => this.heldLock = heldLock;

    /// <exception cref="StartRefusedException">It cannot be made or written, or another process holds it.</exception>
    public static DataDirectory Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data directory {path} cannot be made ({e.Message}): set Rallies:DataDirectory to a folder this program may write to.",
                e
            );
        }
        return TryHold(path)
            ?? throw new StartRefusedException(
                $"Another Rallies is already running on the data directory {path}: stop it first, or give this one a directory of its own."
            );
    }

    /// <summary>Null when another process holds it.</summary>
    public static DataDirectory? TryHold(string path)
    {
        try
        {
            return new DataDirectory(
                new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefusedException(
                $"The data directory {path} cannot be written ({e.Message}): set Rallies:DataDirectory to a folder this program may write to.",
                e
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether a site has ever been started there; makes neither directory nor database. In PostgreSQL a site is whole without a directory.</summary>
    public static async Task<bool> HoldsSiteAsync(RalliesSettings settings, CancellationToken cancellation) =>
        (settings.Database.Engine == Engine.Postgres || Directory.Exists(settings.DataDirectory))
        && await OpeningAsync(() => DatabaseStart.IsThereAsync(settings.Database, cancellation));

    /// <summary>Whether nothing is left for <see cref="MigrateAsync"/>.</summary>
    public static Task<bool> IsUpToDateAsync(RalliesSettings settings, CancellationToken cancellation) =>
        OpeningAsync(() => DatabaseStart.IsUpToDateAsync(settings.Database, cancellation));

    public static Task MigrateAsync(RalliesSettings settings, CancellationToken cancellation) =>
        OpeningAsync(async () =>
        {
            await DatabaseStart.MigrateAsync(settings.Database, cancellation);
            return true;
        });

    public void Dispose() => heldLock.Dispose();

    private static async Task<bool> OpeningAsync(Func<Task<bool>> open)
    {
        try
        {
            return await open();
        }
        catch (DatabaseTooNewException e)
        {
            throw new StartRefusedException(e.Message, e);
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartRefusedException(
                $"The database cannot be opened ({e.Message.TrimEnd('.')}): check ConnectionStrings:Rallies, the data directory and its free space.",
                e
            );
        }
    }
}
