namespace Rallies.BrowserTests;

internal static class ChromiumFinder
{
    // The first is the same browser without windows, bars and start pages: a fifth less of every page's time.
    private static readonly string[] names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>The browser that was named, or the lightest on PATH.</summary>
    public static string? Find(string? named, string path) =>
        named is { Length: > 0 }
            ? named
            : names
                .SelectMany(name =>
                    path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(f => Path.Combine(f, name))
                )
                .FirstOrDefault(File.Exists);
}
