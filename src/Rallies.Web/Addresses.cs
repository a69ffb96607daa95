namespace Rallies.Web;

/// <summary>Every address of the site. Posters are printed with them and calendars subscribe to them: once released they never change.</summary>
public static class Addresses
{
    public const string Front = "/";
    public const string Day = "/{day}";
    public const string Town = "/{day}/{town}";
    public const string Board = "/{day}/live";
    public const string Stream = "/{day}/live/stream";
    public const string Press = "/{day}/live/press";
    public const string PressText = "/{day}/live/press.txt";
    public const string PressPaper = "/{day}/live/press.pdf";
    public const string Embed = "/embed/{day}";
    public const string PledgeForm = "/{day}/{town}/pledge";
    public const string Here = "/{day}/{town}/here";
    public const string Join = "/{day}/{town}/join";
    public const string PledgeKept = "/p/{secret}";
    public const string PrivateLink = "/k/{secret}";
    public const string Start = "/start";
    public const string StartOnDay = "/{day}/start";
    public const string ConfirmContact = "/start/confirm/{secret}";
    public const string Organise = "/organise";
    public const string LostLink = "/organise/lost";
    public const string OrganiseDay = "/organise/{day}";
    public const string OrganiseTown = "/organise/{day}/{town}";
    public const string Chair = "/organise/{day}/{town}/chair";
    public const string BigScreen = "/{day}/{town}/screen";
    public const string BigScreenCode = "/{day}/{town}/screen/code";
    public const string Announce = "/organise/announce";
    public const string Outbox = "/organise/outbox";
    public const string OrganiseDisputes = "/organise/disputes";
    public const string OrganiseDispute = "/organise/disputes/{dispute}";
    public const string Import = "/organise/import";
    public const string PastedLink = "/organise/open";
    public const string ThisBrowser = "/organise/this-browser";
    public const string LeaveBrowser = "/organise/leave";
    public const string Door = "/door/{day}/{town}";
    public const string DoorDevice = "/door/{day}/{town}/device";
    public const string DoorPaper = "/door/{day}/{town}/paper";
    public const string DoorSheet = "/door/{day}/{town}/sheet";
    public const string DoorShell = "/door/shell";
    public const string DoorWorker = "/door/sw.js";
    public const string DoorManifest = "/door/app.webmanifest";
    public const string Pickets = "/pickets";
    public const string Dispute = "/disputes/{dispute}";
    public const string CalendarPage = "/calendar";
    public const string CalendarCheck = "/calendar/check";
    public const string About = "/about";
    public const string Privacy = "/privacy";
    public const string Accessibility = "/accessibility";
    public const string Api = "/api/v1";
    public const string OpenApi = "/openapi/v1.json";
    public const string LiveHub = "/hubs/live";
    public const string HealthLive = "/health/live";
    public const string HealthReady = "/health/ready";
    public const string Metrics = "/metrics";
    public const string Robots = "/robots.txt";

    /// <summary>First segments that no day of action may be called: everything above and everything to come.</summary>
    public static readonly IReadOnlySet<string> ReservedForDays = new HashSet<string>(StringComparer.Ordinal)
    {
        "start",
        "organise",
        "pickets",
        "disputes",
        "calendar",
        "embed",
        "bulletin",
        "about",
        "privacy",
        "accessibility",
        "api",
        "hubs",
        "openapi",
        "assets",
        "health",
        "metrics",
        "p",
        "k",
        "door",
        "towns",
        "regions",
        "speakers",
        "mine",
        "all",
        "robots",
        "announce", // these: under /organise a day stands in their place
        "outbox",
        "import",
        "lost",
        "open",
        "leave",
        "this-browser",
    };

    /// <summary>Second segments that no rally may be called.</summary>
    public static readonly IReadOnlySet<string> ReservedForRallies = new HashSet<string>(StringComparer.Ordinal)
    {
        "live",
        "start",
        "here",
        "poster",
        "screen",
        "pledge",
    };

    public static string ForDay(string day) => $"/{day}";

    public static string ForTown(string day, string town) => $"/{day}/{town}";

    public static string ForBoard(string day) => $"/{day}/live";

    public static string ForStream(string day, string? town = null) => $"/{day}/live/stream" + (town is null ? "" : $"?town={town}");

    /// <param name="form">Nothing for the page, <c>.txt</c> or <c>.pdf</c>.</param>
    public static string ForPress(string day, string form = "") => $"/{day}/live/press{form}";

    public static string ForEmbed(string day) => $"/embed/{day}";

    public static string ForCountsTable(string day) => $"{Api}/days/{day}/counts.csv";

    public static string ForPledge(string day, string town) => $"/{day}/{town}/pledge";

    public static string ForHere(string day, string town) => $"/{day}/{town}/here";

    public static string ForJoining(string day, string town) => $"/{day}/{town}/join";

    public static string ForDoor(string day, string town) => $"/door/{day}/{town}";

    public static string ForDoorPaper(string day, string town) => $"/door/{day}/{town}/paper";

    public static string ForDoorSheet(string day, string town) => $"/door/{day}/{town}/sheet";

    public static string ForOrganisingDay(string day) => $"/organise/{day}";

    public static string ForOrganising(string day, string town) => $"/organise/{day}/{town}";

    public static string ForChair(string day, string town) => $"/organise/{day}/{town}/chair";

    public static string ForBigScreen(string day, string town) => $"/{day}/{town}/screen";

    public static string ForBigScreenCode(string day, string town) => $"/{day}/{town}/screen/code";

    public static string ForOrganisingDispute(string dispute) => $"/organise/disputes/{dispute}";

    public static string ForPrivateLink(string secret) => $"/k/{secret}";

    public static string ForPledgeKept(string secret) => $"/p/{secret}";

    public static string ForPersonalCalendar(string secret) => $"/calendar/mine/{secret}.ics";

    public static string ForDispute(string dispute) => $"/disputes/{dispute}";

    /// <param name="path">A feed's path, without .ics.</param>
    public static string ForFeed(string path) => $"/calendar/{path}.ics";

    public static string ForConfirmingContact(string secret) => $"/start/confirm/{secret}";

    public static string ForStart(string? day, string? town = null) =>
        (day is null ? Start : $"/{day}/start") + (town is null ? "" : $"?town={Uri.EscapeDataString(town)}");
}
