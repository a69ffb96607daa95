namespace Rallies.BrowserTests;

public sealed class ChromiumFinderTests
{
    [Fact]
    public void The_browser_that_is_named_wins() => Assert.Equal("/opt/chrome", ChromiumFinder.Find("/opt/chrome", "/usr/bin"));

    [Fact]
    public void Without_a_browser_nothing_is_found() => Assert.Null(ChromiumFinder.Find(null, AppContext.BaseDirectory));

    [Fact]
    public void The_lightest_is_taken_wherever_it_stands()
    {
        var (first, second) = (Directory.CreateTempSubdirectory("rallies-path-"), Directory.CreateTempSubdirectory("rallies-path-"));
        File.WriteAllText(Path.Combine(first.FullName, "chromium"), "");
        var lightest = Path.Combine(second.FullName, "chromium-headless-shell");
        File.WriteAllText(lightest, "");

        Assert.Equal(lightest, ChromiumFinder.Find(null, string.Join(Path.PathSeparator, first.FullName, second.FullName)));

        first.Delete(recursive: true);
        second.Delete(recursive: true);
    }
}
