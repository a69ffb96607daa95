namespace Rallies.Tests.Calendars;

/// <summary>The folders that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string GoldenFiles => Path.Combine(Root, "tests", "Rallies.Tests", "Calendars", "Golden");

    public static string GoldenFeeds => Path.Combine(Root, "tests", "Rallies.Tests", "Feeds", "Golden");

    public static string WebAssets => Path.Combine(Root, "wwwroot-assets");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rallies.sln")))
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException(
                    $"No Rallies.sln above {AppContext.BaseDirectory}: run the tests inside the source tree."
                );
        return folder;
    }
}
