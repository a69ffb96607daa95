using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>Somebody follows a rally in their calendar.</summary>
public sealed class CalendarTests(DemoSite shared)
{
    public static TheoryData<Device> Devices =>
        [Device.Phone, Device.Phone.InTheDark(), Device.Desktop, Device.Desktop.InTheDark(), Device.Phone.WithoutScript()];

    [Theory, MemberData(nameof(Devices))]
    public async Task Everybody_can_use_the_calendar_page(Device device)
    {
        await using var visitor = await Person.With(device, await shared.Running());

        var status = await visitor.Opens("/calendar?town=leeds&access=step-free");

        Assert.Equal(200, status);
        await Expect(visitor.Page.Locator("#feed-address")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("[data-copy]")).ToBeVisibleAsync(new() { Visible = device.Script });
        if (device.Script)
            await visitor.CanUseThePage();
        visitor.SawNothingWrong();
        Assert.Empty(visitor.Watch.Circuits);
        await visitor.Photographs("calendar");
    }

    [Fact]
    public async Task Somebody_follows_a_rally_in_Welsh_and_copies_its_address()
    {
        var site = await shared.Running();
        await using var visitor = await Person.With(Device.Phone, site);
        await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visitor.Opens("/3rd-june/leeds");
        await visitor.Page.GetByText("Google, Outlook and others").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Android, QR code, and how often each looks" }).ClickAsync();

        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "Cymraeg" }).CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Make the address" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(site.Address, "/calendar?day=3rd-june&rally=leeds&lang=cy").AbsoluteUri);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Copïo’r cyfeiriad" }).ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Wedi’i gopïo");
        Assert.Equal(
            new Uri(site.Address, "/calendar/3rd-june/leeds.ics?lang=cy").AbsoluteUri,
            await visitor.Page.EvaluateAsync<string>("navigator.clipboard.readText()")
        );
        visitor.SawNothingWrong();
    }
}
