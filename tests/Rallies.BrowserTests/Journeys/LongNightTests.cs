using System.Globalization;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A browser that nobody touches between six and nine.</summary>
public sealed class LongNightTests(DemoSite shared)
{
    [Theory]
    [InlineData("/tonight/live?screen=1")]
    [InlineData("/tonight/leeds/screen")]
    public async Task A_screen_is_no_bigger_after_three_hours_and_still_right(string address)
    {
        var site = await shared.Running();
        await using var viewer = await Person.With(Device.Projector, site);
        await viewer.Keeps(await site.Printed("Steward"));
        var night = await LongNight.Before(viewer, site, address);
        await night.GoesOnFor(TimeSpan.FromMinutes(30));
        var early = await night.Holds();

        await night.GoesOnFor(TimeSpan.FromMinutes(150));
        var late = await night.Holds();

        Assert.InRange(late.Nodes, 0, early.Nodes * 1.05);
        Assert.InRange(late.Listeners, 0, early.Listeners * 1.05);
        Assert.InRange(late.Bytes, 0, early.Bytes * 1.1);
        await Expect(viewer.Page.Locator("[data-total]").First)
            .ToHaveAttributeAsync("data-high", night.High.ToString(CultureInfo.InvariantCulture));
        viewer.SawNothingWrong();
        await viewer.Photographs(
            address.Contains("live", StringComparison.Ordinal) ? "board-after-three-hours" : "square-after-three-hours"
        );
    }
}
