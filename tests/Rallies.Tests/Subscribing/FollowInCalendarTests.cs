using NodaTime;
using Rallies.Tests.Site;

namespace Rallies.Tests.Subscribing;

/// <summary>The short way into a calendar, on the pages of what can be followed.</summary>
public sealed class FollowInCalendarTests
{
    [Theory]
    [InlineData("/3rd-june", "3rd-june", "day=3rd-june", "3%20June")]
    [InlineData("/3rd-june/leeds", "3rd-june/leeds", "day=3rd-june&rally=leeds", "Leeds%2C%203%20June")]
    [InlineData("/pickets", "pickets", "of=pickets", "Picket%20lines")]
    [InlineData(
        "/disputes/humber-cargo",
        "disputes/humber-cargo",
        "dispute=humber-cargo",
        "Port%20Workers%27%20Union%20against%20Humber%20Cargo"
    )]
    public async Task A_page_offers_its_own_feed_to_every_program(string page, string path, string asked, string name)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        await site.Holds(Some.Dispute());

        var english = await Page.Open(site.Visitor(), page);
        var welsh = await Page.Open(site.Visitor("cy"), page);

        Assert.Equal(
            [
                $"webcal://localhost/calendar/{path}.ics Add to my calendar",
                $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString($"webcal://localhost/calendar/{path}.ics?cancelled=notice")} Google Calendar",
                $"https://outlook.live.com/calendar/0/addfromweb?url={Uri.EscapeDataString($"http://localhost/calendar/{path}.ics")}&name={name} Outlook.com",
                $"https://outlook.office.com/calendar/0/addfromweb?url={Uri.EscapeDataString($"http://localhost/calendar/{path}.ics")}&name={name} Microsoft 365",
                $"/calendar/{path}.ics?download=1 Download a copy",
                $"/calendar?{asked} Android, QR code, and how often each looks",
            ],
            Links(english)
        );
        Assert.Equal(
            [
                $"webcal://localhost/calendar/{path}.ics?lang=cy Ychwanegu at fy nghalendr",
                $"/calendar?{asked} Android, cod QR, a pha mor aml y mae pob un yn edrych",
            ],
            new[] { Links(welsh).First(), Links(welsh).Last() }
        );
        Assert.True(english.Answer.Headers.CacheControl?.Public);
        Assert.Empty(english.Document.QuerySelectorAll("[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("/3rd-june")]
    [InlineData("/3rd-june/leeds")]
    public async Task What_is_over_need_not_be_followed(string page)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        await site.TimePasses(Duration.FromDays(3));

        Assert.Empty(Links(await Page.Open(site.Visitor(), page)));
    }

    private static IEnumerable<string> Links(Page page) =>
        page.Document.QuerySelectorAll(".follow a").Select(a => $"{a.GetAttribute("href")} {a.TextContent}");
}
