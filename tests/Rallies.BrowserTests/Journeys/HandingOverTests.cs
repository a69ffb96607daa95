using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

public sealed class HandingOverTests(DemoSite shared)
{
    [Fact]
    public async Task An_admin_gives_a_rally_that_nobody_has_to_its_organiser_by_mail()
    {
        var site = await shared.Running();
        await using var admin = await Person.With(Device.Phone, site);
        await admin.Opens(await site.Printed("Admin"));
        await admin.Opens(new Uri(site.Address, "/organise/3rd-june/sunderland").ToString());
        await Expect(admin.Page.Locator("main[inert]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        var organiser = admin.Page.GetByRole(AriaRole.Region, new() { Name = "Who organises it" });

        await organiser.GetByRole(AriaRole.Button, new() { Name = "Hand it over" }).ClickAsync();
        await Expect(organiser.GetByText("Write the whole mail address")).ToBeVisibleAsync();
        await organiser.GetByLabel("Name").FillAsync("Amina, trades council");
        await organiser.GetByLabel("Mail address").FillAsync("amina@example.org");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Hand it over" }).ClickAsync();

        await Expect(organiser).ToContainTextAsync("A private link was sent to Amina, trades council");
        await Expect(organiser.GetByText("Not opened yet")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await admin.Photographs("handed-over");

        var letter = await shared.Mail.LetterTo("amina@example.org");
        await using var amina = await Person.With(Device.Phone, site);
        await amina.Opens(letter.Links.Single(link => link.AbsolutePath.StartsWith("/k/", StringComparison.Ordinal)));
        await Expect(amina.Page.Locator("main[inert]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(amina.Page.GetByRole(AriaRole.Link, new() { Name = "Sunderland" })).ToBeVisibleAsync();

        await admin.Page.ReloadAsync();
        await Expect(organiser).ToContainTextAsync("Somebody organises this rally");
        admin.SawNothingWrong();
        amina.SawNothingWrong();
    }
}
