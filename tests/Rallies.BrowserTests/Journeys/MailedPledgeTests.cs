using System.Net;
using Microsoft.Playwright;
using Rallies.BrowserTests.People;
using Rallies.BrowserTests.Site;
using static Microsoft.Playwright.Assertions;

namespace Rallies.BrowserTests.Journeys;

/// <summary>Somebody who wants to hear of changes leaves an address, and a mail asks whether it is theirs.</summary>
public sealed class MailedPledgeTests(DemoSite shared)
{
    private const string Waits = "One mail waits for you to confirm your address";

    [Fact]
    public async Task Somebody_confirms_their_address_by_the_mail_and_later_withdraws()
    {
        var site = await shared.Running();
        await using var rosa = await Person.With(Device.Phone, site);
        await Pledges(rosa, "rosa@example.org");
        await Expect(rosa.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Waits);
        await rosa.CanUseThePage();

        await rosa.Opens((await shared.Mail.LetterTo("rosa@example.org")).Links.Single());
        await Expect(rosa.Page.GetByRole(AriaRole.Heading, new() { Name = "Is this your mail address?" })).ToBeVisibleAsync();
        await rosa.CanUseThePage();
        await Presses(rosa, "Yes, write to me");
        await Expect(rosa.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Your address is confirmed");
        await rosa.CanUseThePage();

        await Presses(rosa, "Withdraw");
        await Expect(rosa.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You are not coming");
        await Expect(rosa.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("a mail address you left is deleted");
        rosa.SawNothingWrong();
        Assert.Empty(rosa.Watch.Circuits);
    }

    [Fact]
    public async Task A_program_that_opens_the_mailed_link_confirms_nothing()
    {
        var site = await shared.Running();
        await using var idris = await Person.With(Device.Phone.WithoutScript(), site);
        await Pledges(idris, "idris@example.org");
        var link = (await shared.Mail.LetterTo("idris@example.org")).Links.Single();

        using var preview = new HttpClient();
        foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Get, HttpMethod.Get])
            Assert.Equal(HttpStatusCode.OK, (await preview.SendAsync(new(method, link), TestContext.Current.CancellationToken)).StatusCode);

        await idris.Page.ReloadAsync();
        await Expect(idris.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(Waits);
        await idris.Opens(link);
        await Presses(idris, "Yes, write to me");
        await Expect(idris.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Your address is confirmed");
        idris.SawNothingWrong();
    }

    private static async Task Pledges(Person person, string address)
    {
        await person.Opens("/3rd-june/edinburgh");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "I’m coming" }).First.ClickAsync();
        await person.Page.GetByLabel("Mail address, if you like").FillAsync(address);
        await Presses(person, "I’m coming");
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("See you there");
    }

    private static Task Presses(Person person, string button) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
