namespace Rallies.BrowserTests;

internal static class ChromiumFinder
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The browser that was named, or the first on PATH.</summary>
    public static string? Find(string? named, string path) =>
        named is { Length: > 0 }
            ? named
            : path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}
