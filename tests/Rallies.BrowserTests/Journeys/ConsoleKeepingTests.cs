using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>What organisers and admins keep in the console, and what everybody then reads.</summary>
public sealed class ConsoleKeepingTests(DemoSite shared)
{
    [Fact]
    public async Task An_owner_says_who_speaks_and_everybody_reads_it()
    {
        var site = await shared.Running();
        await using var owner = await Person.With(Device.Phone, site);
        await owner.Opens(await site.Printed("Organiser"));
        await Console(owner);
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Leeds" }).ClickAsync();
        var speaks = owner.Page.GetByRole(AriaRole.Region, new() { Name = "Who speaks" });
        await speaks.GetByRole(AriaRole.Button, new() { Name = "Add somebody" }).ClickAsync();
        await Add(speaks, "Grace Adeyemi");
        await Add(speaks, "Idris Pugh");

        await speaks.GetByRole(AriaRole.Group, new() { Name = "Idris Pugh" }).PressAsync("Alt+ArrowUp");
        await Expect(speaks.GetByText("Idris Pugh is now")).ToBeVisibleAsync();
        await owner.CanUseThePage();
        await using var visitor = await Person.With(Device.Phone, site);
        await visitor.Opens("/tonight/leeds");

        var order = await visitor.Page.Locator(".running-order-who bdi").AllTextContentsAsync();
        Assert.Equal(["Idris Pugh", "Grace Adeyemi"], order.TakeLast(2));
        owner.SawNothingWrong();
        visitor.SawNothingWrong();
    }

    [Fact]
    public async Task An_admin_suspends_a_dispute_and_its_picket_lines_are_called_off()
    {
        var site = await shared.Running();
        await using var admin = await Person.With(Device.Desktop, site);
        await admin.Opens(await site.Printed("Admin"));
        await Console(admin);
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Disputes" }).ClickAsync();
        await admin.CanUseThePage();
        await admin.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "On strike" }).GetByRole(AriaRole.Link).First.ClickAsync();
        var lines = admin.Page.GetByRole(AriaRole.Region, new() { Name = "Picket lines" }).GetByRole(AriaRole.Listitem);
        await Expect(lines.First).ToBeVisibleAsync();
        var count = await lines.CountAsync();
        var gate = await lines.First.Locator("bdi").TextContentAsync();

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Suspend it" }).ClickAsync();
        var dialog = admin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Suspend this dispute?" });
        await Expect(dialog).ToContainTextAsync(count == 1 ? "1 picket line rests" : $"{count} picket lines rest");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend it" }).ClickAsync();
        await Expect(admin.Page.GetByText("Done. Everyone can see it")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await using var visitor = await Person.With(Device.Phone, site);
        await visitor.Opens("/pickets");

        await Expect(visitor.Page.Locator(".rally-list-off").Filter(new() { HasText = gate! }).First).ToContainTextAsync("called off");
        admin.SawNothingWrong();
        visitor.SawNothingWrong();
    }

    [Theory, InlineData("Filey", true), InlineData("Hornsea", false)]
    public async Task An_admin_imports_a_calendar_and_everybody_finds_the_rally(string town, bool onPhone)
    {
        var device = onPhone ? Device.Phone : Device.Desktop;
        var site = await shared.Running();
        await using var admin = await Person.With(device, site);
        await admin.Opens(await site.Printed("Admin"));
        await Console(admin);
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Import a calendar" }).ClickAsync();
        var padding = string.Concat(Enumerable.Repeat($"X-PADDING:{new string('x', 300)}\r\n", 400));
        var calendar =
            $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Union//EN\r\nNAME:Union {town}\r\n{padding}BEGIN:VEVENT\r\nUID:{town}\r\n"
            + $"DTSTAMP:20260101T080000Z\r\nDTSTART:{await BigDay(admin)}T140000\r\nSUMMARY:Picnic for pay\r\nLOCATION:The sea front\\, {town}\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR\r\n";

        await Choose(admin, "union.ics", calendar);
        await admin.Page.GetByLabel("By which clock").FillAsync("Europe/London");
        await admin.Page.GetByLabel("By which clock").PressAsync("Enter");
        await admin.Page.GetByLabel("How long do events").SelectOptionAsync("120");
        await Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "Import 1 rally" })).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Import 1 rally" }).ClickAsync();

        await Expect(admin.Page.GetByText("1 rally stored.")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await using var visitor = await Person.With(device, site);
        await visitor.Opens($"/3rd-june/{town.ToLowerInvariant()}");
        await Expect(visitor.Page.GetByText("The sea front").First).ToBeVisibleAsync();
        admin.SawNothingWrong();
        visitor.SawNothingWrong();
    }

    [Theory, InlineData("Filey", true), InlineData("Hornsea", false)]
    public async Task An_admin_imports_a_strike_list_and_finds_the_picket_line_in_its_dispute(string town, bool onPhone)
    {
        var device = onPhone ? Device.Phone : Device.Desktop;
        var site = await shared.Running();
        await using var admin = await Person.With(device, site);
        await admin.Opens(await site.Printed("Admin"));
        await admin.Opens("/organise/import");
        await Console(admin);
        var day = await BigDay(admin);
        var date = $"{day[..4]}-{day[4..6]}-{day[6..]}";
        var gate = $"The gate of {town}";
        var list =
            "union,employer,town,gate,first,last,days,from,to,source\n"
            + $"Port Workers' Union,{town} Harbour,{town},{gate},{date},{date},daily,06:00,10:00,https://union.example/strike\n"
            + $"Port Workers' Union,{town} Harbour,{town},The other gate,6 June,{date},daily,6 o'clock,10:00,union.example\n";
        await admin.Photographs("import");

        await Choose(admin, "notes.txt", "Minutes of the meeting");
        await Expect(admin.Page.GetByText("This is neither a calendar nor a strike list.")).ToBeVisibleAsync();
        await Choose(admin, "strikes.csv", list);
        await Expect(admin.Page.GetByText("1 row cannot be stored; it says why.")).ToBeVisibleAsync();
        await Expect(admin.Page.GetByText("\"6 June\" is no date that can only be read one way.")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await admin.Photographs("import-strike-list");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Import 1 picket line" }).DblClickAsync();

        await Expect(admin.Page.GetByText("1 picket line stored.")).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await admin.Photographs("imported-strike-list");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "See the disputes" }).ClickAsync();
        await Expect(admin.Page.GetByText($"{town} Harbour")).ToHaveCountAsync(1);
        await admin.Page.GetByText($"{town} Harbour").ClickAsync();
        await Expect(admin.Page.GetByText(gate).First).ToBeVisibleAsync();
        admin.SawNothingWrong();
    }

    private static Task Choose(Person admin, string name, string text) =>
        admin
            .Page.GetByLabel("Calendar or strike list")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/plain",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(text),
                }
            );

    private static async Task<string> BigDay(Person person)
    {
        var day = await person.Page.APIRequest.GetAsync(new Uri(new Uri(person.Page.Url), "/api/v1/days/3rd-june/rallies").AbsoluteUri);
        return (await day.JsonAsync())!.Value[0].GetProperty("startsAt").GetString()![..10].Replace("-", "", StringComparison.Ordinal);
    }

    private static async Task Add(ILocator speaks, string name)
    {
        await speaks.GetByLabel("Who speaks or plays").FillAsync(name);
        await speaks.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(speaks.GetByRole(AriaRole.Group, new() { Name = name })).ToBeVisibleAsync();
    }

    // Until its circuit is there, the page takes no typing.
    private static Task Console(Person person) =>
        Expect(person.Page.Locator("main[inert]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
}
