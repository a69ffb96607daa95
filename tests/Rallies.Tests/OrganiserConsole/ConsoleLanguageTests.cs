using Rallies.Domain.Permissions;
using Rallies.Tests.Site;

namespace Rallies.Tests.OrganiserConsole;

public sealed class ConsoleLanguageTests
{
    [Fact]
    public async Task A_browser_that_reads_Welsh_gets_the_console_all_in_English()
    {
        await using var site = new RalliesSite();
        var secret = Secret.New();
        await site.Holds(Some.Day(), new Grant(Role.Admin, null, "Amina", secret, site.Clock.Now));
        var visitor = site.Visitor("cy");
        await visitor.GetAsync($"/k/{secret.Text}", TestContext.Current.CancellationToken);

        var console = await Page.Open(visitor, "/organise");
        var front = await Page.Open(visitor, "/3rd-june");

        Assert.Contains("Mehefin", front.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("June", console.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mehefin", console.Document.Body!.TextContent, StringComparison.Ordinal);
    }
}
