using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

public sealed class ConsoleTests(DemoSite shared)
{
    [Fact]
    public async Task An_admin_announces_a_day_and_moves_it()
    {
        var site = await shared.Running();
        await using var admin = await Person.With(Device.Desktop, site);
        await admin.Opens(await site.Printed("Admin"));
        await Console(admin);
        await admin.CanUseThePage();

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Announce a day" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Announce it" }).ClickAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give the day a name.");
        await admin.Page.GetByLabel("Name").FillAsync("May Day everywhere");
        await admin.Page.GetByLabel("Date").FillAsync("2029-05-01");
        await admin.CanUseThePage();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Announce it" }).ClickAsync();
        await Expect(admin.Page).ToHaveURLAsync(new Uri(site.Address, "/organise/may-day-everywhere").ToString());
        await Expect(admin.Page.GetByText("Tuesday 1 May 2029, 6pm UK time.")).ToBeVisibleAsync();

        await admin.Page.GetByLabel("Starts").FillAsync("12:00");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Move the day" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Move the day" }).ClickAsync();
        await Expect(admin.Page.GetByText("Tuesday 1 May 2029, noon UK time.")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        admin.SawNothingWrong();
        Assert.NotEmpty(admin.Watch.Circuits);
    }

    [Fact]
    public async Task An_admin_searches_a_day_and_hides_a_rally_with_a_reason()
    {
        var site = await shared.Running();
        await using var admin = await Person.With(Device.Phone, site);
        await admin.Opens(await site.Printed("Admin"));
        await Console(admin);

        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "3rd June" }).ClickAsync();
        await admin.Page.GetByLabel("Find one by town, place, name or region").FillAsync("aberyst");
        await Expect(admin.Page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("1 rally");
        await admin.CanUseThePage();
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Aberystwyth" }).ClickAsync();
        await admin.Page.GetByLabel("Reason").FillAsync("Reported twice, and nobody answers");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Hide this rally" }).ClickAsync();

        await Expect(admin.Page.GetByText("This rally is hidden:")).ToBeVisibleAsync();
        await Expect(admin.Page.GetByText("Last reason given: Reported twice, and nobody answers")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        admin.SawNothingWrong();
    }

    [Fact]
    public async Task An_owner_names_the_place_and_everyone_can_read_it()
    {
        var site = await shared.Running();
        await using var owner = await OwnerOfLeeds(Device.Phone, site);
        var where = owner.Page.GetByRole(AriaRole.Region, new() { Name = "Where" });

        await where.GetByLabel("Place", new() { Exact = true }).FillAsync("City Square");
        await where.GetByLabel("How to find it").FillAsync("by the Black Prince");
        await where.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(where.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved");
        await owner.CanUseThePage();
        await owner.Page.ReloadAsync();

        await Expect(where.GetByLabel("Place", new() { Exact = true })).ToHaveValueAsync("City Square");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "See the public page" }).ClickAsync();
        await Expect(owner.Page).ToHaveURLAsync(new Uri(site.Address, "/tonight/leeds").ToString());
        await Expect(owner.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("City Square");
        owner.SawNothingWrong();
    }

    [Fact]
    public async Task A_stewards_link_works_until_it_is_taken_back()
    {
        var site = await shared.Running();
        await using var owner = await OwnerOfLeeds(Device.Phone, site);
        await owner.Page.GetByLabel("Who is it for?").FillAsync("Priya, north gate");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await owner.Page.Locator(".private-link code").TextContentAsync();
        await owner.CanUseThePage();
        using var steward = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var works = await steward.GetAsync(link, TestContext.Current.CancellationToken);

        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Take back the link of Priya, north gate" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(owner.Page.GetByText("Taken back. It no longer works")).ToBeVisibleAsync();
        var worksNot = await steward.GetAsync(link, TestContext.Current.CancellationToken);

        Assert.Equal((303, 404), ((int)works.StatusCode, (int)worksNot.StatusCode));
        owner.SawNothingWrong();
    }

    [Fact]
    public async Task A_restart_of_the_site_loses_nothing_that_was_typed()
    {
        await using var site = await RalliesSite.Start();
        await using var owner = await OwnerOfLeeds(Device.Phone, site);
        await owner.Page.GetByLabel("Edit the rally with you").CheckAsync();
        await owner.Page.GetByLabel("Who is it for?").FillAsync("Joe");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await using var joe = await Person.With(Device.Phone, site);
        await joe.Opens((await owner.Page.Locator(".private-link code").TextContentAsync())!);
        await OpenLeeds(joe);
        var words = joe.Page.GetByLabel("What people should know");
        await words.FillAsync("Bring drums");
        await Expect(joe.Page.GetByText("Not saved yet")).ToBeVisibleAsync();

        joe.Page.Dialog += (_, leaving) => _ = leaving.AcceptAsync();
        await site.Kill();
        await Expect(joe.Page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await site.Restart();

        await Expect(joe.Page.GetByText("We kept what you had typed")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(words).ToHaveValueAsync("Bring drums");
    }

    private static async Task<Person> OwnerOfLeeds(Device device, RalliesSite site)
    {
        var owner = await Person.With(device, site);
        await owner.Opens(await site.Printed("Organiser"));
        await OpenLeeds(owner);
        return owner;
    }

    private static async Task OpenLeeds(Person organiser)
    {
        await Console(organiser);
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Leeds" }).ClickAsync();
        await Expect(organiser.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Leeds");
    }

    // Until its circuit is there, the page takes no typing.
    private static Task Console(Person person) =>
        Expect(person.Page.Locator("main[inert]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
}
