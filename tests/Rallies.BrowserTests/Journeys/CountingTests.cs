using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;

namespace Rallies.BrowserTests.Journeys;

public sealed class CountingTests
{
    [Fact]
    public async Task A_steward_taps_three_in_and_one_out_and_takes_one_back()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        await steward.Opens(await site.Printed("Steward"));
        await steward.Page.GetByLabel("Name of the door").FillAsync("North gate");
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = "Start counting" }).ClickAsync();
        var door = new DoorPage(steward.Page);
        await door.IsTakenOver();

        await door.Taps("In", "In", "In", "Out");
        await Shows(steward, here: "2", entered: "3", peak: "3");
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Shows(steward, here: "3", entered: "3", peak: "3");

        await steward.Page.ReloadAsync();
        await Shows(steward, here: "3", entered: "3", peak: "3");
        await steward.CanUseThePage();
        steward.SawNothingWrong();
        await steward.Photographs("door");
    }

    [Fact]
    public async Task Somebody_in_the_square_is_counted_by_a_phone_without_script()
    {
        await using var site = await RalliesSite.Start();
        await using var person = await Person.With(Device.Phone.WithoutScript(), site);
        await person.Opens("/tonight/leeds/here");
        await person.Photographs("here");

        await person.Page.GetByLabel("3", new() { Exact = true }).CheckAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Count me in" }).ClickAsync();

        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You’re counted");
        await Assertions.Expect(person.Page.Locator(".band")).ToContainTextAsync("You and 2 more. Thank you. 3 people");
        person.SawNothingWrong();
        await person.Photographs("counted");
    }

    [Fact]
    public async Task A_phone_counts_once_however_often_it_opens_the_code()
    {
        await using var site = await RalliesSite.Start();
        await using var person = await Person.With(Device.Phone, site);
        await person.Opens("/tonight/leeds/here");
        await person.CanUseThePage();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Count me in" }).ClickAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You’re counted");

        await person.Opens("/tonight/leeds/here");
        await person.Page.GetByLabel("5", new() { Exact = true }).CheckAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Count me in" }).ClickAsync();

        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Counted already");
        await Assertions.Expect(person.Page.Locator(".band")).ToContainTextAsync("One person has checked in here.");
        await person.CanUseThePage();
        person.SawNothingWrong();
        Assert.Empty(person.Watch.Circuits);
    }

    [Fact]
    public async Task An_organiser_sees_the_taps_come_in_asks_for_the_code_corrects_and_signs()
    {
        await using var site = await RalliesSite.Start();
        await using var organiser = await Person.With(Device.Desktop, site);
        await using var steward = await Person.With(Device.Phone, site);
        await organiser.Opens(await site.Printed("Organiser"));
        await organiser.Opens("/organise/tonight/leeds");
        var count = organiser.Page.Locator("#count");
        await Assertions.Expect(count).ToContainTextAsync("Not reported");
        await count.GetByRole(AriaRole.Button, new() { Name = "Ask for the code" }).ClickAsync();
        await Assertions.Expect(count.GetByRole(AriaRole.Img)).ToBeVisibleAsync();

        await steward.Opens(await site.Printed("Steward"));
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = "Start counting" }).ClickAsync();
        await new DoorPage(steward.Page).IsTakenOver();
        await steward.Page.GetByRole(AriaRole.Button, new() { Name = "In, 10" }).ClickAsync();
        await Assertions.Expect(count).ToContainTextAsync("counted at 1 door");

        await count.GetByLabel("At least").FillAsync("11");
        await count.GetByLabel("At most").FillAsync("12");
        await count.GetByLabel("Why?").FillAsync("The first arrivals were missed.");
        await count.GetByRole(AriaRole.Button, new() { Name = "Put it right" }).ClickAsync();
        await Assertions.Expect(count).ToContainTextAsync("11–12");
        await count.GetByRole(AriaRole.Button, new() { Name = "Sign the figure" }).ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Sign the figure" }).ClickAsync();
        await Assertions.Expect(count).ToContainTextAsync("the figure is signed");

        await steward.Page.ReloadAsync();
        await Assertions.Expect(new DoorPage(steward.Page).State).ToContainTextAsync("The organisers closed the count");
        await organiser.CanUseThePage();
        organiser.SawNothingWrong();
        await organiser.Photographs("console-count");
    }

    private static async Task Shows(Person steward, string here, string entered, string peak)
    {
        await Assertions.Expect(steward.Page.Locator("[data-part=here]")).ToHaveTextAsync(here);
        await Assertions.Expect(steward.Page.Locator("[data-part=entered]")).ToHaveTextAsync(entered);
        await Assertions.Expect(steward.Page.Locator("[data-part=peak]")).ToHaveTextAsync(peak);
    }
}
