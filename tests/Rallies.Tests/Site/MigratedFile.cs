using Rallies.Storage.Engines;

namespace Rallies.Tests.Site;

/// <summary>A database at the program's version, made once and copied for every test: migrating is a test of its own.</summary>
internal static class MigratedFile
{
    private static readonly Lazy<Task<byte[]>> octets = new(MakeAsync);

    public static async Task CopyTo(string folder) => await File.WriteAllBytesAsync(Path.Combine(folder, "rallies.db"), await octets.Value);

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("rallies-migrated-");
        try
        {
            var file = Path.Combine(folder.FullName, "rallies.db");
            await DatabaseStart.MigrateAsync(
                DatabaseAddress.Read($"Data Source={file};Pooling=False", folder.FullName),
                CancellationToken.None
            );
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
