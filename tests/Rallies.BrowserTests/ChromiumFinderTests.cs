namespace Rallies.BrowserTests;

public sealed class ChromiumFinderTests
{
    [Fact]
    public void The_browser_that_is_named_wins() => Assert.Equal("/opt/chrome", ChromiumFinder.Find("/opt/chrome", "/usr/bin"));

    [Fact]
    public void Without_a_browser_nothing_is_found() => Assert.Null(ChromiumFinder.Find(null, AppContext.BaseDirectory));
}
