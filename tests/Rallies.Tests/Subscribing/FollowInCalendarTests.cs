using NodaTime;
using Rallies.Tests.Site;

namespace Rallies.Tests.Subscribing;

/// <summary>The short way into a calendar, on the pages of what can be followed.</summary>
public sealed class FollowInCalendarTests
{
    [Theory]
    [InlineData("/3rd-june", "3rd-june", "day=3rd-june")]
    [InlineData("/3rd-june/leeds", "3rd-june/leeds", "day=3rd-june&rally=leeds")]
    [InlineData("/pickets", "pickets", "of=pickets")]
    [InlineData("/disputes/humber-cargo", "disputes/humber-cargo", "dispute=humber-cargo")]
    public async Task A_page_offers_its_own_feed(string page, string path, string asked)
    {
        await using var site = new RalliesSite();
        await site.HoldsLeeds();
        await site.Holds(Some.Dispute());

        var english = await Page.Open(site.Visitor(), page);
        var welsh = await Page.Open(site.Visitor("cy"), page);

        Assert.Equal(
            [$"webcal://localhost/calendar/{path}.ics Add to my calendar", $"/calendar?{asked} Google, Outlook, Android, QR code"],
            Links(english)
        );
        Assert.Equal(
            [
                $"webcal://localhost/calendar/{path}.ics?lang=cy Ychwanegu at fy nghalendr",
                $"/calendar?{asked} Google, Outlook, Android, cod QR",
            ],
            Links(welsh)
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
