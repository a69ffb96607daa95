using Microsoft.Playwright;
using Rallies.BrowserTests.People;

namespace Rallies.BrowserTests.EveryPage;

/// <summary>What lies behind a private link, and what stands before it.</summary>
internal static class OrganisersPages
{
    /// <summary>Well formed, and given to nobody.</summary>
    public const string NoSecret = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string Town = "/organise/{day}/{town}";
    private const string Door = "/door/{day}/{town}";
    private const string Chair = "/organise/{day}/{town}/chair";
    private const string Square = "/{day}/{town}/screen";

    public static IReadOnlyList<PageToOpen> All { get; } =
    [
        new("a private link that is none", "/k/{secret}", $"/k/{NoSecret}") { Status = 404 },
        new("the console, to strangers", "/organise", "/organise") { Status = 403 },
        new("a pasted link that is none", "/organise/open", "/organise/open") { Status = 403, Then = Pastes },
        new("a lost link", "/organise/lost", "/organise/lost"),
        new("a lost link, sent", "/organise/lost", "/organise/lost") { Then = AsksForTheLostLink },
        new("a door, to strangers", Door, "/door/tonight/leeds") { Status = 403 },
        new("a door without a name", Door, "/door/tonight/leeds") { Holding = "Steward" },
        new("a door", Door, "/door/tonight/leeds") { Holding = "Steward", Then = StartsCounting },
        new("a door before it knows which", "/door/shell", "/door/shell"),
        new("a tally sheet", $"{Door}/sheet", "/door/tonight/leeds/sheet") { Holding = "Steward" },
        new("a tally sheet to enter", $"{Door}/paper", "/door/tonight/leeds/paper") { Holding = "Steward" },
        new("the chair's screen, to strangers", Chair, "/organise/tonight/leeds/chair") { Status = 403 },
        new("the chair's screen", Chair, "/organise/tonight/leeds/chair") { Holding = "Steward" },
        new("the screen in the square, to strangers", Square, "/tonight/leeds/screen") { Status = 403 },
        new("the screen in the square", Square, "/tonight/leeds/screen") { Holding = "Steward" },
        new("this browser", "/organise/this-browser", "/organise/this-browser") { Holding = "Organiser" },
        Console("the organiser's console", "/organise", "/organise", "Organiser"),
        Console("an organiser's rally", Town, "/organise/tonight/leeds", "Organiser") with
        {
            Then = OpensWhatCanBeAdded,
        },
        Console("somebody else's rally", Town, "/organise/tonight/york", "Organiser"),
        Console("the admin's console", "/organise", "/organise", "Admin"),
        Console("an admin's day", "/organise/{day}", "/organise/3rd-june", "Admin"),
        Console("an admin's rally", Town, "/organise/3rd-june/york", "Admin"),
        Console("announcing", "/organise/announce", "/organise/announce", "Admin"),
        Console("the outbox", "/organise/outbox", "/organise/outbox", "Admin"),
        Console("importing", "/organise/import", "/organise/import", "Admin"),
        Console("disputes to keep", "/organise/disputes", "/organise/disputes", "Admin"),
        Console("a dispute to keep", "/organise/disputes/{dispute}", async site => $"/organise{await site.Dispute()}", "Admin"),
    ];

    private static PageToOpen Console(string name, string at, string address, string holding) =>
        Console(name, at, _ => Task.FromResult(address), holding);

    private static PageToOpen Console(string name, string at, Func<Whereabouts, Task<string>> find, string holding) =>
        new(name, at, find) { Holding = holding, HasCircuit = true };

    private static async Task Pastes(Person person)
    {
        await person.Page.GetByLabel("Paste your private link").FillAsync("not a link");
        await person.PressesButton("Open");
    }

    private static async Task AsksForTheLostLink(Person person)
    {
        await person.Page.GetByLabel("town").FillAsync("York");
        await person.Page.GetByLabel("mail").FillAsync("nobody@example.org");
        await person.PressesEnter();
    }

    private static async Task StartsCounting(Person person)
    {
        await person.Page.GetByLabel("Name of the door").FillAsync("North gate");
        await person.PressesButton("Start counting");
    }

    private static async Task OpensWhatCanBeAdded(Person person) =>
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Add somebody" }).ClickAsync();
}
