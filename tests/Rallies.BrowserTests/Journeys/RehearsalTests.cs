using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A night is played. Each on a site of its own, since everybody would see it.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task An_admin_plays_a_night_everybody_is_told_and_it_goes_again()
    {
        await using var site = await RalliesSite.Start();
        await using var admin = await Person.With(Device.Desktop, site);
        await admin.Opens(await site.Printed("Admin"));
        await admin.Opens("/organise/tonight");
        await Expect(admin.Page.Locator("main[inert]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        var panel = admin.Page.GetByRole(AriaRole.Region, new() { Name = "Rehearse the night" });

        await panel.GetByLabel("Towns").FillAsync("none");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Play the night" }).ClickAsync();
        await Expect(panel.GetByText("Write a whole number from 1 to 500.").Last).ToBeVisibleAsync();
        await panel.GetByLabel("Towns").FillAsync("3");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Play the night" }).ClickAsync();
        await Expect(panel.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await admin.CanUseThePage();
        await using var visitor = await Person.With(Device.Phone, site);
        await visitor.Opens("/tonight/live");
        await Expect(visitor.Page.GetByText("These figures are played")).ToBeVisibleAsync();
        await visitor.CanUseThePage();
        await using var organiser = await Person.With(Device.Phone, site);
        await organiser.Opens(await site.Printed("Organiser"));
        await organiser.Opens("/organise/tonight/leeds");
        await Expect(organiser.Page.GetByText("These figures are played")).ToBeVisibleAsync();

        await panel.GetByRole(AriaRole.Button, new() { Name = "Stop it" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Take everything played off again" }).ClickAsync();
        await Expect(panel.GetByText("Everything that was played is gone.")).ToBeVisibleAsync();
        await visitor.Opens("/tonight/live");

        await Expect(visitor.Page.GetByText("These figures are played")).ToHaveCountAsync(0);
        admin.SawNothingWrong();
        visitor.SawNothingWrong();
    }

    [Fact]
    public async Task A_night_in_which_the_power_is_cut_loses_nobody_and_counts_nobody_twice()
    {
        await using var site = await RalliesSite.Start();
        await using var night = RalliesProgram.Start([
            "rehearse",
            "tonight",
            "--towns",
            "6",
            "--people",
            "600",
            "--minutes",
            "1",
            "--Rallies:Demo",
            "true",
            "--urls",
            site.Address.GetLeftPart(UriPartial.Authority),
            "--Rallies:DataDirectory",
            site.DataDirectory,
        ]);

        await night.Says(new Regex(@"^(?<address>0:00:2\d)  \d\d"));
        await site.Kill();
        await site.Restart();

        Assert.Equal("Every entry is in the log once", await night.Says(new Regex("^(?<address>Every entry is in the log once)")));
    }
}
