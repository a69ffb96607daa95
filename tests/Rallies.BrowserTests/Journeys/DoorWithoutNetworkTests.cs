using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>A steward at a gate in a square with thousands of phones and no signal.</summary>
public sealed class DoorWithoutNetworkTests
{
    [Fact]
    public async Task A_steward_counts_reloads_and_comes_back_without_a_network_and_nothing_is_lost()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "North gate");
        await door.Taps("In, 10");
        await Expect(door.State).ToContainTextAsync("Sent");
        await door.IsKept();

        await steward.GoesOffline();
        await door.Taps("In, 5", "In", "Out");
        await Expect(door.State).ToContainTextAsync("Working without network. 3 taps kept on this phone. Last sent");
        await door.Shows(here: "15", own: "This phone: 16 in, 1 out.");

        await steward.Page.ReloadAsync();
        await door.Shows(here: "15", own: "This phone: 16 in, 1 out.");
        var again = await door.KilledAndOpenedAgain("/door/tonight/leeds");
        await again.Shows(here: "15", own: "This phone: 16 in, 1 out.");
        await again.Taps("In");
        await Expect(again.State).ToContainTextAsync("4 taps kept on this phone");

        await steward.GoesOffline(false);
        await Expect(again.State).ToContainTextAsync("Sent", new() { Timeout = 5_000 });
        await again.Shows(here: "16", own: "This phone: 17 in, 1 out.");
        Assert.Equal((16, 17), await site.Leeds());
    }

    [Fact]
    public async Task What_was_pressed_before_the_script_came_is_this_phones_own()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        await steward.Keeps(await site.Printed("Steward"));
        await steward.Page.RouteAsync(new Regex("/assets/door\\.[^/]*js"), script => script.AbortAsync(), new() { Times = 1 });
        await steward.Opens("/door/tonight/leeds?door=North");
        var door = new DoorPage(steward.Page);
        await Expect(door.Own).ToBeHiddenAsync();

        await door.Presses("In, 10");
        await door.IsTakenOver();

        await Expect(door.State).ToContainTextAsync("Sent");
        await door.Shows(here: "10", own: "This phone: 10 in, 0 out.");
        await door.Taps("In");
        await door.Shows(here: "11", own: "This phone: 11 in, 0 out.");
        await door.Presses("Undo");
        await door.Shows(here: "10", own: "This phone: 10 in, 0 out.");
        await door.Presses("Undo");
        await door.Shows(here: "0", own: "This phone: 0 in, 0 out.");
        await Expect(door.Own).ToHaveTextAsync("This phone: 0 in, 0 out.");
        Assert.Equal((0, 0), await site.Leeds());
    }

    [Fact]
    public async Task A_full_queue_is_sent_with_an_empty_cookie_jar()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "");
        await door.IsKept();
        await steward.GoesOffline();
        for (var n = 0; n < 20; n++)
            await door.Taps("In, 10");
        await steward.Page.Context.ClearCookiesAsync();

        await steward.GoesOffline(false);

        await Expect(door.State).ToContainTextAsync("Sent");
        Assert.Equal((200, 200), await site.Leeds());
    }

    [Fact]
    public async Task A_phone_that_has_lost_token_and_cookie_keeps_counting_and_is_let_in_by_a_pasted_link()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        var link = await site.Printed("Steward");
        var door = await DoorPage.Opened(steward, link, "");
        await door.IsKept();
        await steward.Page.Context.ClearCookiesAsync();
        await door.ForgetsItsToken();

        await door.Taps("In", "In, 5");
        await Expect(door.State).ToContainTextAsync("This phone needs your link again");
        await door.Shows(here: "6", own: "This phone: 6 in, 0 out. 2 taps waiting.");
        await steward.CanUseThePage();
        await steward.Page.GetByLabel("Scan your steward’s link again, or paste it here").FillAsync(link.ToString());
        await door.Presses("Let me in");

        await Expect(door.State).ToContainTextAsync("Sent");
        Assert.Equal((6, 6), await site.Leeds());
    }

    [Fact]
    public async Task A_revoked_steward_is_told_and_the_owner_takes_in_what_the_phone_kept()
    {
        await using var site = await RalliesSite.Start();
        await using var organiser = await Person.With(Device.Desktop, site);
        await using var steward = await Person.With(Device.Phone, site);
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "North gate");
        await door.Taps("In, 10");
        await Expect(door.State).ToContainTextAsync("Sent");
        await steward.GoesOffline();
        await door.Taps("In, 5");
        await organiser.Opens(await site.Printed("Organiser"));
        await organiser.Opens("/organise/tonight/leeds");
        var links = organiser.Page.Locator("#links");
        await Expect(links).ToContainTextAsync("1 phone counts with it");
        await links.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take back") }).Last.ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(links).Not.ToContainTextAsync("1 phone counts with it");

        await steward.GoesOffline(false);
        await Expect(door.State).ToContainTextAsync("This link no longer counts here. 1 tap kept on this phone.");
        await door.Presses("Copy as text");
        var text = await steward.Page.GetByLabel("Kept taps as text").InputValueAsync();
        var count = organiser.Page.Locator("#count");
        // A whole evening without a network is a hundred kilobytes of codes; this phone's is the last of them.
        var evening = string.Concat(Enumerable.Repeat(new string('x', 700) + "\n", 140));
        await count.GetByLabel("The text, with RALLIES1 in it").FillAsync(evening + text);
        await count.GetByRole(AriaRole.Button, new() { Name = "Take in" }).ClickAsync();

        await Expect(count).ToContainTextAsync("Taken in: 1 taps were new, 0 had been counted already.");
        await Expect(count).ToContainTextAsync("1 of them from phones whose link was revoked.");
        Assert.Equal((15, 15), await site.Leeds());
    }

    [Fact]
    public async Task A_phone_that_keeps_nothing_says_so_in_red_and_counts_on()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        await steward.Page.AddInitScriptAsync(
            "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }"
        );
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "");
        await steward.GoesOffline();

        await door.Taps("In", "In");

        await Expect(steward.Page.Locator("[data-part=trouble]")).ToContainTextAsync("This phone keeps nothing");
        await door.Shows(here: "2", own: "This phone: 2 in, 0 out. 2 taps waiting.");
        await steward.CanUseThePage();
        await steward.GoesOffline(false);
        await Expect(door.State).ToContainTextAsync("Sent");
        Assert.Equal((2, 2), await site.Leeds());
    }

    [Fact]
    public async Task A_tap_that_was_refused_blocks_nothing_and_is_shown_until_it_is_set_aside()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "");
        await door.KeepsATapMadeYesterday();

        await door.Taps("In");

        await Expect(steward.Page.Locator("[data-part=refused]")).ToContainTextAsync("made before counting opened");
        await steward.Page.WaitForFunctionAsync( // "Sent" may still be said of the tap before
            """
            async () => {
              const counts = await (await fetch("/api/v1/days/tonight/counts", { cache: "no-store" })).json();
              return counts.rallies.some((row) => row.town === "leeds" && row.entered > 0);
            }
            """
        );
        Assert.Equal((1, 1), await site.Leeds());
        await door.Presses("Seen, set aside");
        await Expect(steward.Page.Locator("[data-part=refused]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Two_doors_and_the_board_come_to_the_same_total()
    {
        await using var site = await RalliesSite.Start();
        await using var north = await Person.With(Device.Phone, site);
        await using var south = await Person.With(Device.Phone.InTheDark(), site);
        await using var viewer = await Person.With(Device.Desktop, site);
        var link = await site.Printed("Steward");
        await viewer.Opens("/tonight/live");
        var (first, second) = (await DoorPage.Opened(north, link, "North"), await DoorPage.Opened(south, link, "South"));

        await second.IsKept();
        await south.GoesOffline();
        await first.Taps("In, 10", "In, 10", "Out");
        await second.Taps("In, 10", "In, 5", "Out");
        await south.GoesOffline(false);

        await Expect(second.State).ToContainTextAsync("2 doors are counting together.");
        Assert.Equal((33, 35), await site.Leeds());
        await first.Looks();
        await first.Shows(here: "33", own: "This phone: 20 in, 1 out.");
        await Expect(viewer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Leeds" }).First).ToContainTextAsync("2 doors");
    }

    [Fact]
    public async Task Two_tabs_of_one_phone_show_one_count_and_send_nothing_twice()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "");
        await door.IsKept();
        var other = await door.InAnotherTab("/door/tonight/leeds");

        await steward.GoesOffline();
        await door.Taps("In");
        await other.Taps("In, 5");
        await door.Shows(here: "6", own: "This phone: 6 in, 0 out. 2 taps waiting.");
        await other.Shows(here: "6", own: "This phone: 6 in, 0 out. 2 taps waiting.");
        await steward.GoesOffline(false);

        await Expect(door.State).ToContainTextAsync("Sent");
        await Expect(other.State).ToContainTextAsync("Sent");
        await Expect(other.Own).ToHaveTextAsync("This phone: 6 in, 0 out.");
        Assert.Equal((6, 6), await site.Leeds());
    }

    [Fact]
    public async Task An_estimate_is_guided_and_kept_like_a_tap()
    {
        await using var site = await RalliesSite.Start();
        await using var steward = await Person.With(Device.Phone, site);
        var door = await DoorPage.Opened(steward, await site.Printed("Steward"), "");
        await door.IsKept();
        await steward.GoesOffline();

        await steward.Page.GetByLabel("Area: how large").CheckAsync();
        await steward.Page.GetByLabel("Length").FillAsync("40");
        await steward.Page.GetByLabel("Width").FillAsync("30");
        await steward.Page.GetByLabel("Packed").CheckAsync();
        await Expect(steward.Page.Locator("[data-part=estimate-said]")).ToHaveTextAsync("That makes 2,400–3,600.");
        await steward.CanUseThePage();
        await door.Presses("Send the estimate");
        await Expect(door.State).ToContainTextAsync("1 tap kept on this phone");
        await steward.GoesOffline(false);

        await Expect(door.State).ToContainTextAsync("Sent");
        using var client = new HttpClient { BaseAddress = site.Address };
        Assert.Contains(
            "2400,3600",
            (await client.GetStringAsync("/api/v1/days/tonight/counts.csv", TestContext.Current.CancellationToken)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_one_phone_kept_is_taken_in_by_another_from_its_code()
    {
        await using var site = await RalliesSite.Start();
        await using var dying = await Person.With(Device.Phone, site);
        await using var other = await Person.With(Device.Phone, site);
        var link = await site.Printed("Steward");
        var door = await DoorPage.Opened(dying, link, "North");
        await dying.GoesOffline();
        await door.Taps("In, 10", "Out");
        await door.Presses("Show as code");
        await Expect(dying.Page.GetByRole(AriaRole.Img, new() { Name = "Code 1 of 1" })).ToBeVisibleAsync();
        await door.Presses("Copy as text");
        var code = (await dying.Page.GetByLabel("Kept taps as text").InputValueAsync())
            .Split('\n')
            .Single(l => l.StartsWith("RALLIES1.", StringComparison.Ordinal));

        var south = await DoorPage.Opened(other, link, "South");
        await south.IsKept();
        await other.Page.GotoAsync($"/door/tonight/leeds#{code}"); // as its camera does
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Take in", Exact = true }).ClickAsync();
        await south.Shows(here: "9", own: "This phone: 0 in, 0 out.");
        await dying.GoesOffline(false);

        await Expect(door.State).ToContainTextAsync("Sent");
        Assert.Equal((9, 10), await site.Leeds());
    }
}
