namespace Rallies.Web.Public.Subscribing;

/// <summary>The feed chosen, and what else could be followed.</summary>
/// <param name="Feed">The feed's https (or, in a trial, http) address, without query.</param>
/// <param name="Typed">What was typed into the town's box, when no such town is known.</param>
public sealed record CalendarView(string Name, Uri Feed, IReadOnlyList<FeedChoice> Choices, string? Typed)
{
    // Apple's and most desktop programs; not webcals:, which iOS ignores.
    public string Webcal => "webcal:" + Feed.AbsoluteUri[(Feed.Scheme.Length + 1)..];

    // Google takes webcal inside its own address, and hides events that are cancelled: it gets them as notices.
    public string Google => $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(Webcal + "?cancelled=notice")}";
    public string OutlookCom => Outlook("outlook.live.com");
    public string Office365 => Outlook("outlook.office.com");

    private string Outlook(string host) =>
        $"https://{host}/calendar/0/addfromweb?url={Uri.EscapeDataString(Feed.AbsoluteUri)}&name={Uri.EscapeDataString(Name)}";
}
