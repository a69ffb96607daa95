using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.Journeys;

public sealed class FrontPageTests(DemoSite site)
{
    [Fact]
    public async Task A_newcomer_opens_the_front_page_and_nobody_else_hears_of_it()
    {
        await using var visitor = await Person.With(Device.Phone, await site.Running());

        var status = await visitor.Opens("/");

        Assert.Equal(200, status);
        visitor.SawNothingWrong();
        Assert.Empty(visitor.Watch.Circuits);
        await visitor.Photographs("front-page");
    }
}
