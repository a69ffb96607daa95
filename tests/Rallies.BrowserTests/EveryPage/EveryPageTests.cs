using System.Reflection;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.EveryPage;

/// <summary>Everybody can use every page, narrow and wide, by day and by night, and nobody else hears of it.</summary>
public sealed class EveryPageTests(DemoSite shared, Whereabouts whereabouts) : IClassFixture<Whereabouts>
{
    private static readonly IReadOnlyList<PageToOpen> pages = [.. PublicPages.All, .. TakingPart.All, .. OrganisersPages.All];

    private static readonly string[] noPages =
    [
        "/api/v1",
        "/openapi/v1.json",
        "/hubs/live",
        "/health/live",
        "/health/ready",
        "/{day}/live/stream",
        "/{day}/live/press.txt",
        "/{day}/live/press.pdf",
        "/metrics",
        "/robots.txt",
        "/organise/leave",
        "/door/{day}/{town}/device",
        "/door/sw.js",
        "/door/app.webmanifest",
        "/{day}/{town}/screen/code",
    ];

    public static TheoryData<PageToOpen> Everything => [.. pages];

    [Theory, MemberData(nameof(Everything))]
    public async Task Everybody_can_use(PageToOpen page)
    {
        var site = await shared.Running();
        await using var person = await Person.With(Device.Phone, site);
        if (page.Holding is { } link)
            await person.Keeps(await site.Printed(link));

        var status = await person.Opens(await page.Find(whereabouts));
        // Until its circuit is there, an organiser's page takes no typing.
        await Expect(person.Page.Locator("main[inert]")).ToHaveCountAsync(0);
        await page.Then(person);

        Assert.Equal(page.Status, status);
        await person.CanUseThePage();
        await person.SeesAllOfItInLettersTwiceAsLarge();
        await person.CanReadThePageAtNight();
        await person.SeesItOn(Device.Desktop);
        await person.CanUseThePage();
        await person.CanReadThePageAtNight();
        person.SawNothingWrong();
        Assert.Equal(page.HasCircuit, person.Watch.Circuits.Count > 0);
    }

    [Fact]
    public void No_page_is_left_out()
    {
        var addresses = Assembly.LoadFrom(RalliesProgram.Built).GetType("Rallies.Web.Addresses", throwOnError: true)!;
        var all = addresses.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(all.Except(noPages).Order(), pages.Select(page => page.At).Distinct().Order());
    }
}
