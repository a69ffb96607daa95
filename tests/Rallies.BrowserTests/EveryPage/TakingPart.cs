using Rallies.BrowserTests.Journeys;
using Rallies.BrowserTests.People;

namespace Rallies.BrowserTests.EveryPage;

/// <summary>Where people say that they come or are there, and where they start a rally.</summary>
internal static class TakingPart
{
    private const string Pledge = "/{day}/{town}/pledge";
    private const string Pledged = "/p/{secret}";
    private const string Here = "/{day}/{town}/here";
    private const string Join = "/{day}/{town}/join";
    private const string Start = "/{day}/start";
    private const string Library = "Outside the library";

    public static IReadOnlyList<PageToOpen> All { get; } =
    [
        new("the pledge form", Pledge, "/3rd-june/york/pledge"),
        new("the pledge form, not understood", Pledge, "/3rd-june/york/pledge") { Then = PledgesForMore },
        new("no pledge for what is off", Pledge, async site => $"{await site.RallyCalledOff()}/pledge"),
        new("a pledge", Pledged, site => site.Pledge()),
        new("a pledge by its mail", Pledged, site => site.MailedPledge()),
        new("a pledge withdrawn", Pledged, site => site.Pledge()) { Then = person => person.PressesButton("Withdraw") },
        new("I’m here", Here, "/tonight/york/here"),
        new("I’m counted", Here, "/tonight/york/here") { Then = person => person.PressesButton("Count me in") },
        new("I’m here too early", Here, "/3rd-june/york/here"),
        new("joining", Join, site => site.RallyToJoin()),
        new("joining nobody who can be reached", Join, "/3rd-june/york/join"),
        new("starting, which day", "/start", "/start"),
        new("starting, which town", Start, "/3rd-june/start"),
        new("starting, which of these towns", Start, "/3rd-june/start?town=Newport") { Then = person => person.CarriesOn() },
        new("starting beside a rally", Start, "/3rd-june/start?town=leeds"),
        new("starting, where", Start, "/3rd-june/start?town=newry"),
        new("starting, where, left out", Start, "/3rd-june/start?town=newry") { Then = person => person.CarriesOn() },
        new("starting, who", Start, "/3rd-june/start?town=newry") { Then = person => person.NamesThePlace(Library) },
        new("started", Start, "/3rd-june/start") { Then = Starts },
        new("a contact to confirm", "/start/confirm/{secret}", site => site.ContactToConfirm()),
        new("a contact's time is over", "/start/confirm/{secret}", $"/start/confirm/{OrganisersPages.NoSecret}") { Status = 404 },
    ];

    private static async Task PledgesForMore(Person person)
    {
        await person.Page.GetByLabel("more", new() { Exact = true }).CheckAsync();
        await person.PressesButton("I’m coming");
    }

    private static async Task Starts(Person person)
    {
        const string town = "Workington";
        await person.Page.GetByLabel("Town or village").FillAsync(town);
        await person.CarriesOn();
        await person.NamesThePlace(Library);
        await person.PutsOnTheMap(town, "workington@example.org");
    }
}
