namespace Rallies;

/// <summary>The folder that holds Rallies.sln, found by walking up from the running test program.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Rallies.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {start} holds Rallies.sln: run the tests inside a checkout.");
    }
}
