using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

public sealed class MergingTests(DemoSite shared)
{
    [Fact]
    public async Task An_admin_makes_one_of_two_rallies_and_two_again()
    {
        var site = await shared.Running();
        await using var admin = await Person.With(Device.Phone, site);
        await admin.Opens(await site.Printed("Admin"));
        await admin.Opens(new Uri(site.Address, "/organise/3rd-june/huddersfield").ToString());
        await Expect(admin.Page.Locator("main[inert]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        var merge = admin.Page.GetByRole(AriaRole.Region, new() { Name = "Two rallies, or one?" });

        await merge.GetByRole(AriaRole.Button, new() { Name = "See what would happen" }).ClickAsync();
        await Expect(merge.GetByText("Choose the rally that stays.")).ToBeVisibleAsync();
        await merge.GetByLabel("Merge into").SelectOptionAsync(await Leeds(merge));
        await merge.GetByLabel("Why they are one").FillAsync("The same people called both");
        await admin.CanUseThePage();
        await merge.GetByRole(AriaRole.Button, new() { Name = "See what would happen" }).ClickAsync();
        var preview = admin.Page.GetByRole(AriaRole.Dialog);
        await Expect(preview).ToContainTextAsync("/3rd-june/huddersfield, as printed on posters, leads to /3rd-june/leeds.");
        await admin.CanUseThePage();
        await admin.Photographs("merge-preview");
        await preview.GetByRole(AriaRole.Button, new() { Name = "Merge them" }).ClickAsync();

        await Expect(merge).ToContainTextAsync("This rally is part of another now: Leeds");
        await admin.CanUseThePage();
        await admin.Photographs("merged");
        await using var visitor = await Person.With(Device.Phone, site);
        await visitor.Opens(new Uri(site.Address, "/3rd-june/huddersfield").ToString());
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(site.Address, "/3rd-june/leeds").ToString());

        await merge.GetByRole(AriaRole.Button, new() { Name = "Make it a rally of its own again" }).ClickAsync();
        await admin
            .Page.GetByRole(AriaRole.Dialog)
            .GetByRole(AriaRole.Button, new() { Name = "Make it a rally of its own again" })
            .ClickAsync();
        await Expect(merge.GetByLabel("Merge into")).ToBeVisibleAsync();
        await visitor.Opens(new Uri(site.Address, "/3rd-june/huddersfield").ToString());
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(site.Address, "/3rd-june/huddersfield").ToString());
        admin.SawNothingWrong();
        visitor.SawNothingWrong();
    }

    private static async Task<SelectOptionValue> Leeds(ILocator merge)
    {
        var names = await merge.GetByLabel("Merge into").Locator("option").AllTextContentsAsync();
        return new SelectOptionValue { Label = names.First(name => name.StartsWith("Leeds", StringComparison.Ordinal)) };
    }
}
